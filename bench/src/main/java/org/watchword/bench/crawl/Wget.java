package org.watchword.bench.crawl;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** GNU Wget, the peer that everybody has: one connection, no pause, nothing synced. */
final class Wget {

    private Wget() {}

    /**
     * One run.
     *
     * @param cpuSeconds its own, user and system
     */
    record Result(double seconds, double cpuSeconds) {}

    static String version() throws IOException, InterruptedException {
        return run(List.of("wget", "--version")).lines().findFirst().orElse("");
    }

    /** The command, as a shell would be given it. */
    static String shown(List<String> options) {
        return "wget " + String.join(" ", options);
    }

    /**
     * @param options after {@code wget}; an exit code of 8, some page was not there, is let pass
     */
    static Result run(Path folder, List<String> options) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(List.of("sh", "-c", "cd \"$1\" && shift && \"$@\"; code=$?; times; exit $code", "sh"));
        line.add(folder.toString());
        line.add("wget");
        line.addAll(options);
        long begin = System.nanoTime();
        String said = run(line);
        double seconds = (System.nanoTime() - begin) / 1e9;
        // Two lines: the shell's own times, and its children's.
        String children = said.lines().reduce((a, b) -> b).orElse("");
        double cpu = 0;
        for (String time : children.split(" ")) {
            String[] parts = time.replace("s", "").split("m");
            cpu += Double.parseDouble(parts[0]) * 60 + Double.parseDouble(parts[1]);
        }
        return new Result(seconds, cpu);
    }

    private static String run(List<String> line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            said = out.lines().collect(Collectors.joining("\n"));
        }
        int code = process.waitFor();
        if (code != 0 && code != 8) {
            throw new IOException(String.join(" ", line) + " ended with " + code);
        }
        return said;
    }
}
