package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How digests are made; what each holds is in the files of {@code folder}.
 *
 * @param folder the subscriptions
 * @param outputFolder where files and feeds are written; absent means {@code digests} in the data folder
 * @param deskUrl where readers of a digest reach the desk
 * @param settle how long after its time a digest is made
 * @param lookback how far back what came late is looked for, and what was told is looked at again
 * @param entries statements shown in full
 * @param entriesPerGroup of them, those of one category about one group
 * @param mail the server that takes mail
 */
public record DigestConfig(
        @Default("digests") Path folder,
        Optional<Path> outputFolder,
        @Default("http://localhost:8080") String deskUrl,
        @Default("5 min") Duration settle,
        @Default("30 d") Duration lookback,
        @Default("35") int entries,
        @Default("8") int entriesPerGroup,
        MailConfig mail) {

    public DigestConfig {
        require(
                deskUrl.matches("https?://[^\\s?#]*[^\\s?#/]"),
                "deskUrl",
                "'" + deskUrl + "' is not an http or https address without a slash at its end");
        require(lookback.compareTo(Duration.ofDays(1)) >= 0, "lookback", "must be at least 1 d");
        requireRange("entries", entries, 1, 500);
        requireRange("entriesPerGroup", entriesPerGroup, 1, 100);
    }
}
