package org.watchword.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.app.line.LineException;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.ingest.source.SubscriptionImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchword sources import}: a feed reader's subscriptions as a source file. */
@Command(
        name = "import",
        description = "Make a source file out of an OPML list of feeds.",
        footer = {
            "Every feed becomes a source with 'enabled: false'; its folder becomes its group.",
            "What is refused is named on stderr, with line and reason: feeds the catalogue has already, addresses that are none.",
            "Ends with 1 when nothing could be taken."
        })
final class SourcesImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CommonOptions common;

    @Parameters(arity = "1", paramLabel = "FILE", description = "OPML, as feed readers export it")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "a file that is not there yet, best in the folder of sources; default: print it")
    private @Nullable Path output;

    @Override
    public Integer call() {
        SourceCatalog catalog =
                SourceCatalog.load(common.load(Map.of()).ingest().sourcesFolder());
        SubscriptionImport read = read(catalog);
        PrintWriter err = spec.commandLine().getErr();
        read.refused().forEach(r -> err.printf("%s:%d: %s: %s%n", file, r.line(), r.what(), r.reason()));
        err.printf(
                "%d feeds taken, %d outlines refused%n",
                read.taken(), read.refused().size());
        err.flush();
        if (read.taken() == 0) {
            return 1;
        }
        write(read.yaml());
        return 0;
    }

    private SubscriptionImport read(SourceCatalog catalog) {
        try {
            return SubscriptionImport.of(Files.readAllBytes(file), file.toString(), catalog);
        } catch (IOException e) {
            throw new LineException(file + " cannot be read: " + e.getMessage(), e);
        } catch (DiscoveryException e) {
            throw new LineException(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(String yaml) {
        if (output == null) {
            spec.commandLine().getOut().print(yaml);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(output, yaml, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new LineException(output + " is there already and is left as it is", e);
        } catch (IOException e) {
            throw new LineException(output + " cannot be written: " + e.getMessage(), e);
        }
    }
}
