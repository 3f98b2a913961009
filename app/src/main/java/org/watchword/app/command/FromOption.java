package org.watchword.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where statements are taken from. */
final class FromOption {

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description =
                    "take the statements from this file, with no server running: an evidence package (.wacz), or JSON lines"
                            + " with claims or analyses; default: the index of the running instance")
    private @Nullable Path file;

    @Nullable
    Path file() {
        return file;
    }
}
