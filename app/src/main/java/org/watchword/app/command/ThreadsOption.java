package org.watchword.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --threads}, for commands that work on many inputs. */
final class ThreadsOption {

    @Option(names = "--threads", paramLabel = "N", description = "threads to work on; default: one per processor")
    private @Nullable Integer threads;

    int number() {
        return Math.max(1, threads == null ? Runtime.getRuntime().availableProcessors() : threads);
    }
}
