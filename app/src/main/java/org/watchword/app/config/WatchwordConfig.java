package org.watchword.app.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Every setting of every role. {@code config/watchword.yaml} documents each key.
 *
 * @param data the folder that keeps everything a run makes; absent means {@code ./data} of the working folder
 */
public record WatchwordConfig(
        Optional<Path> data,
        KafkaConfig kafka,
        ElasticsearchConfig elasticsearch,
        IngestConfig ingest,
        AnalyzeConfig analyze,
        IndexConfig index,
        DeskConfig desk,
        AuthConfig auth,
        DigestConfig digest,
        CustodyConfig custody,
        MonitorConfig monitor,
        LogsConfig logs) {}
