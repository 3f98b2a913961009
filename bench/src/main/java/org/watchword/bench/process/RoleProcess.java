package org.watchword.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** {@code watchword run ROLE…} in a process of its own, so that it can be killed and stopped. */
public final class RoleProcess implements AutoCloseable {

    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

    private final Process process;
    private final String name;
    private final Path terminal;
    private final long begun = System.nanoTime();
    private final long printedBefore;
    private volatile boolean asked;

    /**
     * Starts it; returns at once.
     *
     * @param name of this process, for people
     * @param roles what it is to do
     * @param data its data folder; what it prints is added to {@code terminal.log} there
     * @param jvm options of its machine, {@code -Xmx} at least
     * @param settings variables of its environment
     */
    public RoleProcess(String name, List<String> roles, Path data, List<String> jvm, Map<String, String> settings)
            throws IOException {
        this.name = name;
        Files.createDirectories(data);
        this.terminal = data.resolve("terminal.log");
        this.printedBefore = Files.exists(terminal) ? Files.size(terminal) : 0;
        List<String> arguments = new ArrayList<>(List.of("run", "--data", data.toString()));
        arguments.addAll(roles);
        ProcessBuilder builder = new ProcessBuilder(command(jvm, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(terminal.toFile()));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /**
     * Any command of the program, run to its end.
     *
     * @param output gets what it prints, stdout and stderr
     * @return its exit code
     */
    public static int run(Path output, Map<String, String> settings, List<String> arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(List.of("-Xmx512m"), arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(settings);
        return builder.start().waitFor();
    }

    private static List<String> command(List<String> jvm, List<String> arguments) {
        Path home = Path.of(System.getProperty("watchword.home", "..")).toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvm);
        command.addAll(JVM);
        command.add("-Dwatchword.home=" + home.normalize());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.watchword.app.Main"));
        command.addAll(arguments);
        return command;
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has ended, and nobody asked it to. */
    public boolean hasFailed() {
        return !asked && !process.isAlive();
    }

    /** With which code it has ended; empty while it runs. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** What its heap holds after a full collection, in MiB, as the JDK's own tools tell it. */
    public long liveMebibytes() throws IOException, InterruptedException {
        ask("jcmd", Long.toString(pid()), "GC.run");
        String[] lines = ask("jstat", "-gc", Long.toString(pid())).strip().split("\n");
        List<String> names = List.of(lines[0].strip().split(" +"));
        List<String> values = List.of(lines[1].strip().split(" +"));
        double kibibytes = 0;
        for (String space : List.of("S0U", "S1U", "EU", "OU")) {
            kibibytes += Double.parseDouble(values.get(names.indexOf(space)));
        }
        return Math.round(kibibytes / 1024);
    }

    private static String ask(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    /** The file that holds what it printed. */
    public Path terminal() {
        return terminal;
    }

    /**
     * Waits until it says that it is up.
     *
     * @return how long after its start it was
     * @throws IOException when it is not in time
     */
    public Duration awaitReady(Duration most) throws IOException, InterruptedException {
        while (System.nanoTime() - begun < most.toNanos()) {
            if (printed().contains("up after")) {
                return Duration.ofNanos(System.nanoTime() - begun);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException(name + " was not up within " + most.toSeconds() + " s; see " + terminal);
    }

    private String printed() throws IOException {
        byte[] all = Files.readAllBytes(terminal);
        int from = (int) Math.min(printedBefore, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    /** As {@code kill -9} does: nothing of the program runs after it. */
    public void kill() throws InterruptedException {
        asked = true;
        process.destroyForcibly().waitFor();
    }

    /**
     * As Ctrl-C does: asked to finish what is in hand and stop.
     *
     * @return how long that took, {@code most} when it had to be killed then
     */
    public Duration terminate(Duration most) throws InterruptedException {
        asked = true;
        long begin = System.nanoTime();
        process.destroy();
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            return most;
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** As {@code kill -STOP}: every thread stands still, and knows nothing of it afterwards. Nothing when it has ended. */
    public void stop() throws IOException, InterruptedException {
        if (process.isAlive()) {
            Signals.send("STOP", process.pid());
        }
    }

    public void goOn() throws IOException, InterruptedException {
        if (process.isAlive()) {
            Signals.send("CONT", process.pid());
        }
    }

    @Override
    public void close() {
        asked = true;
        process.destroyForcibly();
    }
}
