package org.watchword.bench.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code watchword run fetch} in a process of its own, so that it can be killed and stopped. */
final class Fetcher implements AutoCloseable {

    private final Process process;
    private final String name;
    private boolean killed;

    /** @param settings variables of its environment */
    Fetcher(String name, Path data, Map<String, String> settings) throws IOException {
        this.name = name;
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8"));
        Path home = Path.of(System.getProperty("watchword.home", "..")).toAbsolutePath();
        command.add("-Dwatchword.home=" + home.normalize());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.watchword.app.Main",
                "run",
                "fetch",
                "--data",
                data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("terminal.log").toFile());
        builder.environment().putAll(settings);
        builder.environment().put("WATCHWORD_INGEST_INSTANCE", name);
        builder.environment().put("WATCHWORD_INGEST_CONTACT", name);
        process = builder.start();
    }

    String name() {
        return name;
    }

    /** Whether it has ended, and was not killed. */
    boolean hasFailed() {
        return !killed && !process.isAlive();
    }

    /** As {@code kill -9} does: nothing of the program runs after it. */
    void kill() throws InterruptedException {
        killed = true;
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill -STOP}: every thread stands still, and knows nothing of it afterwards. */
    void stop() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("kill " + signal + " failed");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
