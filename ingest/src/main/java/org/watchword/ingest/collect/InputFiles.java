package org.watchword.ingest.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.source.Source;

/** Opens the files of a source by their kind. */
public final class InputFiles {

    private static final List<String> DOCUMENTS = List.of(".html", ".htm", ".txt", ".jsonl", ".ndjson");
    private static final List<String> ARCHIVES = List.of(".warc", ".wacz");

    private final PageExtractor extractor;
    private final long maxBytes;

    /** @param maxBytes most bytes of one input, after decompression */
    public InputFiles(PageExtractor extractor, long maxBytes) {
        this.extractor = extractor;
        this.maxBytes = maxBytes;
    }

    /** The inputs of one file, in order. */
    interface Reader extends AutoCloseable {

        /** Null when there are no more. What is wrong with the file is an input too. */
        @Nullable
        Input next();

        @Override
        void close() throws IOException;
    }

    static boolean isInput(Source source, Path path) {
        return (source instanceof Source.Warc ? ARCHIVES : DOCUMENTS).contains(extension(path));
    }

    /**
     * Opens one.
     *
     * @param round when the pass began: the time of capture of what carries none, so that an input that is read again after a crash is the
     *     same input
     */
    Reader open(Source source, Path root, Path path, Instant round) throws IOException {
        PageExtractor pages = extractor.with(source.profile().selectors());
        if (source instanceof Source.Warc warc) {
            return extension(path).equals(".wacz")
                    ? new WaczInputs(path, warc.crawl(), pages, maxBytes)
                    : new WarcInputs(
                            folder(path), name(path), Files.newInputStream(path), warc.crawl(), pages, maxBytes, 0);
        }
        String relative = root.equals(path)
                ? name(path)
                : root.relativize(path).toString().replace('\\', '/');
        return switch (extension(path)) {
            case ".jsonl", ".ndjson" -> new LineInputs(source.id(), path, opened(path), round, maxBytes);
            default -> new WholeFileInput(source.id(), relative, path, pages, round, maxBytes);
        };
    }

    /** Decompressed where the bytes are gzip, whatever the name says. */
    static InputStream opened(Path path) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The last extension that is not {@code .gz}, in lower case, with its dot. */
    static String extension(Path path) {
        String name = name(path).toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = bare.lastIndexOf('.');
        return dot < 0 ? "" : bare.substring(dot);
    }

    /** With the separator that follows it. */
    static String folder(Path path) {
        String whole = path.toString();
        return whole.substring(0, whole.length() - name(path).length());
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
