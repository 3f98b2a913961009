package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

import java.time.Duration;

/**
 * How analyses are written to Elasticsearch.
 *
 * @param bulkActions writes collected before a bulk request is sent
 * @param bulkBytes size at which it is sent earlier
 * @param backoffStart wait after a first failed request; doubles with each further one
 * @param backoffMax longest wait between two attempts
 * @param instance name of this process among those that index, the same after a restart
 */
public record IndexConfig(
        @Default("1000") int bulkActions,
        @Default("5 MiB") DataSize bulkBytes,
        @Default("500 ms") Duration backoffStart,
        @Default("30 s") Duration backoffMax,
        @Default("1") String instance) {

    public IndexConfig {
        requireRange("bulkActions", bulkActions, 1, 100_000);
        require(
                instance.matches("[A-Za-z0-9._-]{1,64}"),
                "instance",
                "'" + instance + "' must be 1 to 64 letters, digits, '.', '_' or '-'");
        require(bulkBytes.bytes() >= 1024, "bulkBytes", "must be at least 1 KiB");
        require(backoffStart.toMillis() >= 1, "backoffStart", "must be at least 1 ms");
        require(backoffMax.compareTo(backoffStart) >= 0, "backoffMax", "must not be less than backoffStart");
    }
}
