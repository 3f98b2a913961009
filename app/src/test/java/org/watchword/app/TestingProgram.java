package org.watchword.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.watchword.app.embedded.ShortLived;
import org.watchword.app.line.Endpoints;
import org.watchword.app.line.Installation;
import org.watchword.app.status.Account;
import org.watchword.app.status.CountsReader;
import org.watchword.model.Topics;

/** {@code watchword up} in a process of its own, so that it can be killed. */
final class TestingProgram implements AutoCloseable {

    /** Enough for the threads of a program and what it told before. */
    private static final int LAST_LINES = 800;

    private final Path terminal;
    private final Process process;
    private final Endpoints endpoints;
    private final CountsReader counts;

    TestingProgram(Path data, Path sources) throws IOException, InterruptedException {
        ShortLived.elasticsearchOf(data);
        terminal = data.resolve("terminal.log");
        Installation installation = TestingLine.installation();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dwatchword.home=" + installation.home(),
                        "-Dwatchword.distribution=" + installation.distribution(),
                        "-jar",
                        installation.distribution().resolve("lib/watchword.jar").toString(),
                        "up",
                        "--data",
                        data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(terminal.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "WATCHWORD_DESK_PORT", "0",
                        "WATCHWORD_ELASTICSEARCH_HEAP", "384 MiB",
                        "WATCHWORD_INGEST_SOURCES_FOLDER", sources.toString()));
        process = builder.start();
        long deadline = System.nanoTime() + TestingLine.PATIENCE.toNanos();
        Optional<Endpoints> found = Endpoints.running(data);
        while (found.isEmpty() || found.get().pid() != process.pid()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("the program did not start; see " + terminal);
            }
            TimeUnit.MILLISECONDS.sleep(100);
            found = Endpoints.running(data);
        }
        endpoints = found.get();
        counts = new CountsReader(Map.of("bootstrap.servers", endpoints.kafka()), "watchword-" + Topics.COUNTS);
    }

    int port() {
        Integer desk = endpoints.desk();
        if (desk == null) {
            throw new AssertionError("the program serves no page");
        }
        return desk;
    }

    /** Waits until the number is reached. */
    Account await(ToLongFunction<Account> number, long wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TestingLine.PATIENCE.toNanos();
        Account now = Account.of(counts.read().values());
        while (number.applyAsLong(now) < wanted) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not reached: " + wanted + " in " + now + "\n" + lastWords());
            }
            TimeUnit.MILLISECONDS.sleep(50);
            now = Account.of(counts.read().values());
        }
        return now;
    }

    /** Where its threads stand, and the end of what the program has told, which goes with the test's folder. */
    private String lastWords() throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            TimeUnit.SECONDS.sleep(1);
            List<String> lines = Files.readAllLines(terminal);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "nothing is known of what the program told: " + e;
        }
    }

    /** As {@code kill -9} does: nothing of the program runs after it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, as Ctrl-C does, and waits. */
    @Override
    public void close() {
        counts.close();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program did not stop within 20 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
