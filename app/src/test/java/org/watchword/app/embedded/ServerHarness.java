package org.watchword.app.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a server in a process of its own, so that a test can kill it; prints its address and then waits. */
final class ServerHarness implements AutoCloseable {

    private final Process process;
    private final String address;

    private ServerHarness(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static ServerHarness start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ServerHarness.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ADDRESS ")) {
                return new ServerHarness(process, line.substring("ADDRESS ".length()));
            }
        }
        throw new IllegalStateException("the server did not start");
    }

    String address() {
        return address;
    }

    /** As {@code kill -9} does: nothing of ours runs after it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path data = Path.of(arguments[1]);
        String address = arguments[0].equals("kafka")
                ? EmbeddedKafka.start(data).bootstrapServers()
                : EmbeddedElasticsearch.start(Path.of(arguments[2]), data, 256)
                        .url()
                        .toString();
        System.out.println("ADDRESS " + address);
        Thread.sleep(Long.MAX_VALUE);
    }
}
