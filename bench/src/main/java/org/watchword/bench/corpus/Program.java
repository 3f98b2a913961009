package org.watchword.bench.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.watchword.app.line.Endpoints;
import org.watchword.app.status.Account;
import org.watchword.app.status.CountsReader;

/** The program over one data folder, each command in a process of its own, as people run it. */
final class Program implements AutoCloseable {

    private static final int TOLD = 6;
    private static final String COUNTS = "watchword-counts";

    private final Path data;
    private final Path settings;
    private final PrintWriter out;
    private final Process line;

    /** Starts the line. */
    Program(Path data, Path settings, PrintWriter out) throws IOException {
        this.data = data;
        this.settings = settings;
        this.out = out;
        this.line = process(List.of("up", "--port", "0"), data.resolve("up.log"));
    }

    private Process process(List<String> arguments, Path log) throws IOException {
        Path home = Path.of(System.getProperty("watchword.home", ".."))
                .toAbsolutePath()
                .normalize();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dwatchword.home=" + home,
                "-Dwatchword.distribution=" + System.getProperty("watchword.distribution", ""),
                "-cp",
                System.getProperty("java.class.path"),
                "org.watchword.app.Main"));
        int options = arguments.indexOf("--");
        List<String> common = List.of("--config", settings.toString(), "--data", data.toString());
        command.addAll(options < 0 ? arguments : arguments.subList(0, options));
        command.addAll(common);
        command.addAll(options < 0 ? List.of() : arguments.subList(options, arguments.size()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Runs a command to its end, and tells how long it took, its exit code and the last it said. */
    int run(String... arguments) throws IOException, InterruptedException {
        Path log = data.resolve("command.log");
        long begin = System.nanoTime();
        int code = process(List.of(arguments), log).waitFor();
        out.printf(
                Locale.ROOT,
                "%n$ watchword %s%n  exit code %d after %.1f s%n",
                String.join(" ", arguments),
                code,
                seconds(begin));
        List<String> lines = Files.readAllLines(log);
        lines.stream()
                .skip(Math.max(0, lines.size() - TOLD))
                .forEach(line -> out.println("  " + (line.length() > 200 ? line.substring(0, 200) + "…" : line)));
        out.flush();
        return code;
    }

    /** Starts a command that runs beside others. */
    Process begin(String... arguments) throws IOException {
        return process(List.of(arguments), data.resolve("beside.log"));
    }

    /** Waits until so many pages are in the index and nothing is under way; the seconds it took. */
    double awaitIndexed(long pages, int minutes) throws InterruptedException {
        long begin = System.nanoTime();
        while (seconds(begin) < minutes * 60) {
            TimeUnit.MILLISECONDS.sleep(250);
            if (!line.isAlive()) {
                throw new IllegalStateException("the line has ended; see " + data.resolve("up.log"));
            }
            if (indexed() >= pages) {
                return seconds(begin);
            }
        }
        throw new IllegalStateException(
                "after " + minutes + " minutes " + indexed() + " of " + pages + " pages are in the index");
    }

    private long indexed() {
        return Endpoints.running(data)
                .map(endpoints -> {
                    try (CountsReader counts =
                            new CountsReader(Map.of("bootstrap.servers", endpoints.kafka()), COUNTS)) {
                        Account account = Account.of(counts.read().values());
                        return account.settled() ? account.stage("index").in() : 0L;
                    } catch (org.apache.kafka.common.KafkaException e) {
                        return 0L;
                    }
                })
                .orElse(0L);
    }

    static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        line.destroy();
        if (!line.waitFor(30, TimeUnit.SECONDS)) {
            line.destroyForcibly();
        }
    }
}
