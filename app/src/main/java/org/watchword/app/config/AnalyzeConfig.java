package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How documents are analysed.
 *
 * @param threads stream threads, each with its own language models
 * @param commitInterval time between two transactions: how late an analysis is seen at most, without load
 * @param reuseBytes how much of the analyses done last is kept in memory, for texts that come again; 0 keeps none
 * @param stories when pages are appearances of one story
 * @param rulesFolder the rule packs
 * @param rulesReload time between two looks whether rules or lexicons have changed; zero never looks
 * @param lexiconsFolders folders with group lexicons and word lists, all of them read
 * @param languagesFolder what is known of each language
 * @param secondOpinion whether a learned model is asked beside the English rules
 */
public record AnalyzeConfig(
        @Default("1") int threads,
        @Default("200 ms") Duration commitInterval,
        @Default("64 MiB") DataSize reuseBytes,
        StoriesConfig stories,
        @Default("rules") Path rulesFolder,
        @Default("10 s") Duration rulesReload,
        @Default("lexicons") List<Path> lexiconsFolders,
        @Default("languages") Path languagesFolder,
        @Default("false") boolean secondOpinion) {

    public AnalyzeConfig {
        lexiconsFolders = List.copyOf(lexiconsFolders);
        requireRange("threads", threads, 1, 256);
        require(rulesReload.isZero() || rulesReload.toMillis() >= 1000, "rulesReload", "must be at least 1 s, or 0 s");
        require(commitInterval.toMillis() >= 10, "commitInterval", "must be at least 10 ms");
    }
}
