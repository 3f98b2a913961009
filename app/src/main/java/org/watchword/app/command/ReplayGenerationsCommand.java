package org.watchword.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.replay.ReplayTopics;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.Generation;
import org.watchword.index.Generation.State;
import org.watchword.index.GenerationShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchword replay generations}: what earlier replays have left, and its removal. */
@Command(
        name = "generations",
        description = "List the generations of the index that replays have made, or delete old ones.",
        footer = {
            "",
            "The generation that serves is never deleted. Of those that it replaced, the newest --keep stay; what a stopped or",
            "compared replay left stays unless --beside is given, and always while a process works on it. With a generation go its",
            "topics in Kafka and its state in the data folder; its report stays."
        })
final class ReplayGenerationsCommand implements Callable<Integer> {

    private static final Set<String> REPORT = Set.of("replay.html", "replay.csv");
    private static final int MOST_KEPT = 1_000;

    @Option(names = "--clean", description = "delete generations that were replaced")
    private boolean clean;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "1",
            description = "with --clean: how many of the replaced ones stay; default: 1")
    private int keep;

    @Option(names = "--beside", description = "with --clean: those that never served, too")
    private boolean beside;

    @Option(names = "--dry-run", description = "with --clean: only say what would be deleted")
    private boolean dryRun;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (keep < 0 || keep > MOST_KEPT) {
            throw new ParameterException(spec.commandLine(), "--keep must be 0 to " + MOST_KEPT + ", not " + keep);
        }
        if (!clean && (beside || dryRun)) {
            throw new ParameterException(spec.commandLine(), "--beside and --dry-run go with --clean.");
        }
        WatchwordConfig config = common.load(Map.of());
        Path data = common.data(config);
        try (ElasticsearchConnection connection =
                ElasticsearchAccess.open(config.elasticsearch(), Servers.elasticsearch(config, data))) {
            GenerationShelf shelf = new GenerationShelf(connection);
            List<Generation> all = shelf.generations();
            if (!clean) {
                all.forEach(this::print);
                return 0;
            }
            try (ReplayTopics topics = new ReplayTopics(config.kafka().clientProperties(Servers.kafka(config, data)))) {
                for (Generation generation : chosen(all)) {
                    delete(generation, shelf, topics, config.kafka().topicPrefix(), data);
                }
            }
        }
        return 0;
    }

    private List<Generation> chosen(List<Generation> all) {
        List<Generation> replaced = new ArrayList<>(
                all.stream().filter(g -> g.state() == State.REPLACED).toList());
        List<Generation> chosen = new ArrayList<>(replaced.subList(0, Math.max(0, replaced.size() - keep)));
        if (beside) {
            all.stream().filter(g -> g.state() == State.BESIDE).forEach(chosen::add);
        }
        return chosen;
    }

    private void delete(
            Generation generation, GenerationShelf shelf, ReplayTopics topics, String topicPrefix, Path data)
            throws IOException {
        // The first generation is the line's: its topics go on.
        boolean isReplay = !generation.name().isEmpty();
        String mark = topicPrefix + generation.name();
        if (isReplay && topics.isAtWork(mark)) {
            err().println(label(generation) + ": a process works on it, left");
            return;
        }
        if (!dryRun) {
            // The indices last: as long as they are there, what is left is listed.
            if (isReplay) {
                topics.delete(mark);
                forget(data.resolve("replay").resolve(mark));
            }
            shelf.delete(generation);
        }
        spec.commandLine().getOut().println(label(generation) + (dryRun ? ": would be deleted" : ": deleted"));
    }

    /** Empties the folder of a replay but for its report. */
    private static void forget(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                boolean isReport = file.equals(folder.resolve(file.getFileName()))
                        && REPORT.contains(file.getFileName().toString());
                if (!isReport && !(Files.isDirectory(file) && holds(file))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean holds(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private void print(Generation generation) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-16s %-9s %,12d statements %,9.1f MB%n",
                        label(generation),
                        generation.state().name().toLowerCase(Locale.ROOT),
                        generation.statements(),
                        generation.bytes() / 1e6);
    }

    private static String label(Generation generation) {
        return generation.name().isEmpty()
                ? "first"
                : generation.name().substring(0, generation.name().length() - 1);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
