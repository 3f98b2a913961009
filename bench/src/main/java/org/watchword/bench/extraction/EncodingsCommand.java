package org.watchword.bench.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.watchword.ingest.extract.HtmlExtractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Charset detection on pages with odd encodings. */
@Command(
        name = "encodings",
        mixinStandardHelpOptions = true,
        description = "Decodes each .html, .xml and .gz file below FOLDER; right when no U+FFFD is left.")
public final class EncodingsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(f -> f.toString().matches(".*\\.(?:html|xml|gz)"))
                    .sorted()
                    .toList();
        }
        int right = 0;
        for (Path file : files) {
            String text = HtmlExtractor.decoded(unpacked(Files.readAllBytes(file)), null);
            boolean whole = text.indexOf('\uFFFD') < 0 && text.indexOf('\0') < 0;
            right += whole ? 1 : 0;
            if (!whole) {
                out.println("  not whole: " + folder.relativize(file));
            }
        }
        out.printf("%d of %d decoded whole%n", right, files.size());
        out.flush();
        return 0;
    }

    /** A server sends such a file with {@code Content-Encoding: gzip}; one that only is named so stays as it is. */
    private static byte[] unpacked(byte[] bytes) throws IOException {
        boolean zipped = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        return zipped ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }
}
