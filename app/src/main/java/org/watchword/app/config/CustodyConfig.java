package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The log of what is done with the evidence.
 *
 * @param enabled whether one is kept
 * @param every how long captures may wait for their entry
 * @param who stands in the entries; empty for the user and the machine's name
 * @param timestampUrl authority that puts its time under the end of each day (RFC 3161); empty for none
 * @param timestampCertificate PEM certificate of that authority, or of who issued it
 */
public record CustodyConfig(
        @Default("true") boolean enabled,
        @Default("10 min") Duration every,
        @Default("") String who,
        @Default("") String timestampUrl,
        Optional<Path> timestampCertificate) {

    public CustodyConfig {
        require(every.compareTo(Duration.ofSeconds(10)) >= 0, "every", "must be at least 10 s");
        require(
                timestampUrl.isEmpty() || ElasticsearchConfig.isHttp(timestampUrl),
                "timestampUrl",
                "'" + timestampUrl + "' is not an http or https address");
        require(who.length() <= 200, "who", "must be at most 200 characters");
    }
}
