package org.watchword.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchword.app.config.AnalyzeConfig;
import org.watchword.app.config.CustodyConfig;
import org.watchword.app.replay.Replay;
import org.watchword.app.replay.ReplayRange;
import org.watchword.app.role.Custody;

/**
 * What the report of a replay says was done.
 *
 * @param analyze the settings of the replay
 * @param digest of its rules, word lists and languages
 * @param before the same of the line's last analysis; empty when none is known
 */
record ReplayFacts(AnalyzeConfig analyze, String digest, Optional<String> before) {

    static ReplayFacts of(AnalyzeConfig analyze, CustodyConfig custody, Path data) throws IOException {
        Optional<String> before = Files.isDirectory(data.resolve("custody"))
                ? Custody.lastAnalysis(Custody.log(custody, data, InstantSource.system()))
                        .map(detail -> detail.getOrDefault("rules", ""))
                : Optional.empty();
        return new ReplayFacts(analyze, Custody.analysisDigest(analyze), before);
    }

    /** A sentence for whoever may have forgotten which settings the line runs with; empty when they are the same, or nobody knows. */
    Optional<String> doubt() {
        return before.filter(last -> !last.equals(digest))
                .map(
                        last ->
                                "The rules, word lists and languages of these settings are not those that the line analysed with last: every"
                                        + " difference will be told as a change. If that is not meant, give the line's own --config or --lexicons.");
    }

    /** By name, in order. */
    Map<String, String> told(ReplayRange range) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("captured from", range.since().toString());
        if (!range.until().equals(Replay.FOREVER)) {
            facts.put("captured before", range.until().toString());
        }
        facts.put("rules", analyze.rulesFolder().toString());
        facts.put("word lists", joined(analyze.lexiconsFolders()));
        facts.put("languages", analyze.languagesFolder().toString());
        facts.put("SHA-256 of all these", digest);
        facts.put(
                "the line's last analysis",
                before.map(last -> last.equals(digest) ? "with the same" : "with others, SHA-256 " + last)
                        .orElse("not in the custody log"));
        facts.put("pages read anew", range.extract() ? "yes, from the archive" : "no, as they were read");
        return facts;
    }

    private static String joined(List<Path> folders) {
        return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
