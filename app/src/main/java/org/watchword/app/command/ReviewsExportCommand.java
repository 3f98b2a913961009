package org.watchword.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.review.KafkaReviewLog;
import org.watchword.app.role.Custody;
import org.watchword.desk.review.ReviewFormat;
import org.watchword.desk.review.ReviewLogException;
import org.watchword.ingest.custody.CustodyEvent;
import org.watchword.model.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watchword reviews export}: the whole log of decisions. */
@Command(
        name = "export",
        description = "Write every decision that was ever made, those that a later one replaced too.",
        footer = {
            "",
            "A line of 'jsonl' is the record as it is kept: its SHA-256 stands in the custody log. Columns: docs/review.md."
        })
final class ReviewsExportCommand implements Callable<Integer> {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "CSV",
            description = "${COMPLETION-CANDIDATES}; default: csv")
    private ReviewFormat format = ReviewFormat.CSV;

    @Option(names = "--output", paramLabel = "FILE", description = "default: standard output")
    private @Nullable Path output;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        WatchwordConfig config = common.load(Map.of());
        Path data = common.data(config);
        try (KafkaReviewLog log = new KafkaReviewLog(
                config.kafka().clientProperties(Servers.kafka(config, data)),
                config.kafka().topicPrefix() + Topics.REVIEWS)) {
            Path target = output;
            long count = target == null ? print(log) : write(log, config, data, target);
            spec.commandLine().getErr().println(count + (count == 1 ? " decision" : " decisions"));
            return 0;
        } catch (IOException e) {
            throw new LineException("The decisions cannot be written: " + e.getMessage(), e);
        } catch (ReviewLogException e) {
            throw new LineException(Objects.toString(e.getMessage(), ""), e);
        }
    }

    private long print(KafkaReviewLog log) throws IOException {
        // Bytes, not characters: the same everywhere.
        long count = format.write(log, System.out);
        System.out.flush();
        return count;
    }

    private long write(KafkaReviewLog log, WatchwordConfig config, Path data, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        long count;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            count = format.write(log, out);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        if (config.custody().enabled() && Files.isDirectory(data.resolve("archive"))) {
            TreeMap<String, String> detail = new TreeMap<>();
            detail.put("query", "decisions");
            detail.put("format", format.id());
            detail.put("file", String.valueOf(target.getFileName()));
            detail.put("sha256", FileDigest.of(target));
            Custody.log(config.custody(), data, InstantSource.system()).append(CustodyEvent.EXPORT, detail);
        }
        return count;
    }
}
