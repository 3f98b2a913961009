package org.watchword.analyze.revision;

import com.ibm.icu.lang.UCharacter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.analyze.yaml.YamlNode;
import org.watchword.model.ConfigException;
import org.watchword.model.Edit;

/**
 * Recognizes the note by which an outlet owns up to a change: "Correction: …", "This article was amended on …". Only words that an
 * edit added count, at the beginning of their line: an article about corrections is not a correction.
 */
public final class CorrectionNotes {

    /** How far from the beginning of its line the telling words may begin, in UTF-16 units: "(*) Note – Correction". */
    private static final int MARGIN = 40;

    private static final int MAX_QUOTED = 200;

    private final List<String> phrases;

    private CorrectionNotes(Set<String> phrases) {
        this.phrases = List.copyOf(phrases);
    }

    /** Phrases as in the files, in any case. */
    public static CorrectionNotes of(Set<String> phrases) {
        Set<String> folded = new LinkedHashSet<>();
        phrases.forEach(phrase -> folded.add(folded(phrase)));
        return new CorrectionNotes(folded);
    }

    /**
     * Reads {@code TAG/corrections.yaml}, a list of phrases, for every language in the folder that has one. A page is read with the
     * phrases of all languages, since the detected language of a page says nothing of its house style.
     *
     * @throws ConfigException when a file cannot be read
     */
    public static CorrectionNotes load(Path languagesFolder) {
        Set<String> phrases = new LinkedHashSet<>();
        try (Stream<Path> folders = Files.list(languagesFolder)) {
            for (Path folder : folders.sorted().toList()) {
                Path file = folder.resolve("corrections.yaml");
                if (Files.isRegularFile(file)) {
                    phrases.addAll(read(file));
                }
            }
        } catch (IOException e) {
            throw new ConfigException("cannot list " + languagesFolder + ": " + e.getMessage());
        }
        return of(phrases);
    }

    private static List<String> read(Path file) {
        YamlNode list = YamlNode.read(file);
        List<String> phrases = list.list().stream().map(YamlNode::text).toList();
        if (phrases.isEmpty()) {
            throw list.error("expected a list of phrases");
        }
        return phrases;
    }

    /** The first note that the edits brought into the text, one line, shortened; empty when they brought none. */
    Optional<String> in(String later, List<Edit> edits) {
        for (Edit edit : edits) {
            int at = edit.toStart();
            while (at < edit.toEnd()) {
                int line = later.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
                int end = later.indexOf('\n', at);
                String whole = later.substring(Math.min(line, at), end < 0 ? later.length() : end);
                if (at - line <= MARGIN && announces(whole)) {
                    return Optional.of(shortened(whole.strip()));
                }
                at = end < 0 ? later.length() : end + 1;
            }
        }
        return Optional.empty();
    }

    private boolean announces(String line) {
        String head = folded(line.substring(0, Math.min(line.length(), MARGIN + 60)));
        return phrases.stream().anyMatch(phrase -> {
            int at = head.indexOf(phrase);
            return at >= 0 && at <= MARGIN && standsAlone(head, at, at + phrase.length());
        });
    }

    private static boolean standsAlone(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }

    private static String shortened(String line) {
        return line.length() <= MAX_QUOTED
                ? line
                : line.substring(
                                0,
                                line.offsetByCodePoints(0, Math.min(MAX_QUOTED, line.codePointCount(0, line.length()))))
                        + "…";
    }

    private static String folded(String text) {
        return UCharacter.foldCase(text.replace('’', '\''), true);
    }
}
