package org.watchword.app.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that lives no longer than this process.
 *
 * <p>It runs under a shell that holds the reading end of a pipe from here. When this process ends, even by {@code kill -9}, the pipe
 * closes, and the shell ends the program. Both stand in a session of their own, so that the terminal's Ctrl-C, and a signal sent to
 * the whole process group, reach only this process, which then shuts down in its own order. A system without {@code setsid} has the
 * shell ignore what a terminal sends.
 */
final class ChildProcess implements AutoCloseable {

    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    /** Its first argument tells whether the session is its own: only then may it end everything in its process group. */
    private static final String WATCHDOG = """
            trap '' INT HUP QUIT
            session=$1
            shift
            exec 3<&0 </dev/null
            "$@" 3<&- &
            child=$!
            (
              while read -r line <&3; do :; done
              kill -TERM "$child" 2>/dev/null
              for second in 1 2 3 4 5 6 7 8; do
                kill -0 "$child" 2>/dev/null || exit 0
                sleep 1
              done
              [ "$session" = own ] && kill -KILL 0
              kill -KILL "$child" 2>/dev/null
            ) >/dev/null 2>&1 &
            watcher=$!
            exec 3<&-
            wait "$child"
            status=$?
            kill "$watcher" 2>/dev/null
            exit "$status"
            """;

    private final Process shell;

    private ChildProcess(Process shell) {
        this.shell = shell;
    }

    /**
     * Starts a program.
     *
     * @param environment all of its variables; nothing is inherited, so that no secret of ours reaches it
     * @param output file that its output is added to
     */
    static ChildProcess start(List<String> command, Map<String, String> environment, Path folder, File output) {
        List<String> line = new ArrayList<>();
        Optional<Path> setsid = SETSID.stream().filter(Files::isExecutable).findFirst();
        setsid.ifPresent(tool -> line.add(tool.toString()));
        line.addAll(List.of("/bin/sh", "-c", WATCHDOG, "watchword-child", setsid.isPresent() ? "own" : "shared"));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        }
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** Completed with the exit code when the program ends. */
    CompletableFuture<Integer> onExit() {
        return shell.onExit().thenApply(Process::exitValue);
    }

    /** Ends the program: asked first, then made to. */
    void stop(Duration patience) {
        List<ProcessHandle> family = shell.descendants().toList();
        try {
            shell.getOutputStream().close();
            if (shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException e) {
            // The pipe is broken: the shell is gone already, its program perhaps not.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(8));
    }
}
