package org.watchword.bench.timeline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.watchword.desk.rule.GroupNames;
import org.watchword.desk.timeline.Column;
import org.watchword.desk.timeline.Links;
import org.watchword.desk.timeline.MethodNote;
import org.watchword.desk.timeline.Timeline;
import org.watchword.desk.timeline.TimelineCollector;
import org.watchword.desk.timeline.TimelineFormat;
import org.watchword.desk.timeline.TimelineRequest;
import org.watchword.index.Appearance;
import org.watchword.index.DocumentResult;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether an export of any size keeps its memory, and how long it takes. */
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        description = {
            "Exports made-up statements in every format, and tells processor time and the most heap that was in use.",
            "Without a server: what is measured is collecting, summing up and writing. Run it in little memory:",
            "WATCHWORD_JAVA_OPTS='-Xmx64m -XX:+UseSerialGC' bench/run timeline --statements 1000000"
        })
public final class TimelineExportCommand implements Callable<Integer> {

    @Option(names = "--statements", description = "default: 1000000")
    private long statements = 1_000_000;

    @Option(names = "--format", split = ",", description = "${COMPLETION-CANDIDATES}; default: all")
    private List<TimelineFormat> formats = List.of(TimelineFormat.values());

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("heap at most %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
        Path folder = Files.createTempDirectory("timeline-bench");
        try {
            long begin = processorNanos();
            Timeline timeline = new TimelineCollector((query, after) -> new MadeUpStatements(statements), new NoPages())
                    .collect(request(), folder.resolve("rows"), false, (done, total) -> {})
                    .timeline();
            tell(out, "collected", begin, Files.size(folder.resolve("rows")));
            begin = processorNanos();
            MethodNote note = timeline.method(List.of());
            tell(out, "summed up", begin, note.toJson().length);
            for (TimelineFormat format : formats) {
                begin = processorNanos();
                Path file = folder.resolve(format.id());
                try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
                    format.write(timeline, note, to);
                }
                tell(out, format.id(), begin, Files.size(file));
                Files.delete(file);
            }
            timeline.discard();
        } finally {
            Files.deleteIfExists(folder.resolve("rows"));
            Files.deleteIfExists(folder);
        }
        return 0;
    }

    private void tell(PrintWriter out, String what, long begin, long bytes) {
        double seconds = (processorNanos() - begin) / 1e9;
        out.printf(
                Locale.ROOT,
                "%-12s %8.1f s of processor time, %9.0f statements/s, %6d MB written, heap at most %d MiB so far%n",
                what,
                seconds,
                statements / seconds,
                bytes / 1_000_000,
                peak() >> 20);
        out.flush();
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static TimelineRequest request() {
        return new TimelineRequest(
                "Made-up statements",
                StatementQuery.of(""),
                Map.of(),
                false,
                false,
                Column.all(),
                new Links("http://localhost:8080"),
                "Watchword/bench",
                List.of(),
                GroupNames.IDS);
    }

    /** Nobody asks for pages here. */
    private static final class NoPages implements StatementIndex {

        @Override
        public SearchResult search(StatementQuery query) {
            return new SearchResult(0, List.of(), Map.of(), null);
        }

        @Override
        public DocumentResult documents(StatementQuery query) {
            return new DocumentResult(0, null, List.of(), Map.of(), null);
        }

        @Override
        public Optional<StatementRecord> statement(String id) {
            return Optional.empty();
        }

        @Override
        public List<Appearance> appearances(StatementRecord statement) {
            return List.of();
        }

        @Override
        public Optional<Analysis> document(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Analysis> document(String id, String textSha256) {
            return Optional.empty();
        }

        @Override
        public boolean isUp() {
            return true;
        }
    }
}
