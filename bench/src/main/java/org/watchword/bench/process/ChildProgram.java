package org.watchword.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.watchword.bench.Bench;

/** A command of this program in a process of its own, so that its time is its own and it can be killed. */
public final class ChildProgram implements AutoCloseable {

    private static final String READY = "ready ";

    private final Process process;
    private final String said;

    /**
     * Starts it and waits until it is ready.
     *
     * @param errors what it says besides is added to this file
     */
    public static ChildProgram start(Path errors, List<String> jvm, String... command) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.add("-Dfile.encoding=UTF-8");
        line.addAll(jvm);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String said = out.readLine();
        while (said != null && !said.startsWith(READY)) {
            said = out.readLine();
        }
        if (said == null) {
            process.destroyForcibly();
            throw new IOException(command[0] + " did not start; see " + errors);
        }
        return new ChildProgram(process, said.substring(READY.length()));
    }

    private ChildProgram(Process process, String said) {
        this.process = process;
        this.said = said;
    }

    /** To be called by the child. */
    @SuppressWarnings("SystemOut") // The parent reads it.
    public static void ready(String words) {
        System.out.println(READY + words);
        System.out.flush();
    }

    /** Returns when the parent has closed this process's input, or died. */
    public static void awaitEndOfInput() throws IOException {
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    /** What it said of itself when it was ready. */
    public String said() {
        return said;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it ends by itself; false when it does not. */
    public boolean ended(long minutes) throws InterruptedException {
        return process.waitFor(minutes, TimeUnit.MINUTES);
    }

    /** Processor time so far, in seconds. */
    public double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ends its input and waits for it. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
