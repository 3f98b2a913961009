package org.watchword.ingest.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.source.Crawl;

/**
 * The HTTP responses in the WARC files of a WACZ package, one file after the other. Nothing of a package is taken before every file it
 * names has been compared with its digest: a package that was changed after it was made is no evidence.
 */
final class WaczInputs implements InputFiles.Reader {

    private final Path path;
    private final Crawl chosen;
    private final PageExtractor extractor;
    private final long maxBytes;
    private final WaczPackage wacz;
    private final Iterator<String> files;
    private @Nullable WarcInputs current;
    private long number;

    /** @throws IOException when it is no WACZ package, is damaged, or unpacks to more than is taken */
    WaczInputs(Path path, Crawl chosen, PageExtractor extractor, long maxBytes) throws IOException {
        this.path = path;
        this.chosen = chosen;
        this.extractor = extractor;
        this.maxBytes = maxBytes;
        this.wacz = WaczPackage.open(path);
        this.files = wacz.warcFiles().iterator();
    }

    @Override
    public @Nullable Input next() {
        while (true) {
            WarcInputs open = current;
            if (open == null) {
                if (!files.hasNext()) {
                    return null;
                }
                String file = files.next();
                try {
                    String name = InputFiles.name(path) + "!" + file;
                    open = new WarcInputs(
                            InputFiles.folder(path), name, wacz.open(file), chosen, extractor, maxBytes, number);
                    current = open;
                } catch (IOException e) {
                    number++;
                    String reason = file + " cannot be read: " + e.getMessage();
                    return new Input(
                            path + "!" + file, number, new byte[0], new Input.Unreadable("unreadable-file", reason));
                }
            }
            Input input = open.next();
            if (input != null) {
                number = input.number();
                return input;
            }
            current = null;
            try {
                open.close();
            } catch (IOException e) {
                // Everything in it was read.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (wacz) {
            if (current != null) {
                current.close();
            }
        }
    }
}
