package org.watchword.ingest.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.archive.CapturedExchange;
import org.watchword.ingest.http.ContentDecoding;
import org.watchword.ingest.http.UndecodableException;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.source.Crawl;
import org.watchword.model.ContentHash;

/** The HTTP responses in a WARC file. They are copied into our own archive with the date of their capture. */
final class WarcInputs implements InputFiles.Reader {

    private static final int MAX_RATIO = 1000;

    private final Path path;
    private final Crawl chosen;
    private final PageExtractor extractor;
    private final long maxBytes;
    private final WarcReader reader;
    private long number;
    private boolean broken;

    /** @param chosen of which only the patterns count: captures of other addresses are passed over */
    WarcInputs(Path path, Crawl chosen, PageExtractor extractor, long maxBytes) throws IOException {
        this.path = path;
        this.chosen = chosen;
        this.extractor = extractor;
        this.maxBytes = maxBytes;
        this.reader = new WarcReader(path);
    }

    @Override
    public @Nullable Input next() {
        while (!broken) {
            try {
                Optional<WarcRecord> record = reader.next();
                if (record.isEmpty()) {
                    return null;
                }
                if (record.get() instanceof WarcResponse response
                        && response.target().startsWith("http")
                        && chosen.takes(response.target())) {
                    number++;
                    return input(response);
                }
            } catch (IOException | RuntimeException e) {
                broken = true;
                number++;
                return new Input(
                        path + ": record " + number,
                        number,
                        new byte[0],
                        new Input.Unreadable(
                                "unreadable-file", "the rest of the file cannot be read: " + e.getMessage()));
            }
        }
        return null;
    }

    private Input input(WarcResponse response) throws IOException {
        String origin = path + ": " + response.id();
        HttpResponse http = response.http();
        if (http.status() != 200) {
            return new Input(origin, number, new byte[0], new Input.Unwanted("http-" + http.status(), http.reason()));
        }
        byte[] received;
        try (InputStream in = http.body().stream()) {
            received = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
        }
        if (received.length > maxBytes) {
            return new Input(
                    origin, number, new byte[0], new Input.Unwanted("too-large", "more than " + maxBytes + " bytes"));
        }
        return new Input(origin, number, received, content(response, http, received));
    }

    private Input.Content content(WarcResponse response, HttpResponse http, byte[] received) {
        Optional<WebAddress> address = WebAddress.of(response.target());
        if (address.isEmpty()) {
            return new Input.Unwanted("bad-url", "not an http or https address: " + response.target());
        }
        WebAddress at = address.get();
        byte[] payload;
        Extraction extraction;
        try {
            String coding = String.join(",", http.headers().all("Content-Encoding"));
            payload = ContentDecoding.decode(received, coding, maxBytes, MAX_RATIO);
            extraction = extractor.extract(
                    new Page(payload, http.headers().first("Content-Type").orElse(null), at.url()));
        } catch (UndecodableException e) {
            return new Input.Unwanted(e.code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return new Input.Unreadable("extract-failed", String.valueOf(e));
        }
        if (extraction instanceof Extraction.Refused refused) {
            return new Input.Unwanted(refused.code(), refused.reason());
        }
        Extraction.Article article = (Extraction.Article) extraction;
        if (article.text().isBlank()) {
            return new Input.Unwanted("no-article", "empty text");
        }
        CapturedExchange exchange = new CapturedExchange(
                at.url(),
                response.date(),
                new byte[0],
                head(http, received.length),
                received,
                ContentHash.sha256Hex(payload),
                null);
        return new Input.Readable(
                at.url(),
                at.canonical(article.canonicalUrl()).url(),
                article,
                response.date(),
                archive -> archive.exchange(exchange));
    }

    /** The header as it stood there; chunking, which reading has removed, is renamed as {@link CapturedExchange} wants it. */
    private static byte[] head(HttpResponse http, int length) {
        StringBuilder head = new StringBuilder();
        head.append(http.version())
                .append(' ')
                .append(http.status())
                .append(' ')
                .append(http.reason())
                .append("\r\n");
        boolean[] lengthSaid = {false};
        http.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> {
                    boolean chunking = name.equalsIgnoreCase("Transfer-Encoding");
                    lengthSaid[0] |= name.equalsIgnoreCase("Content-Length");
                    head.append(chunking ? "X-Archive-Orig-Transfer-Encoding" : name)
                            .append(": ")
                            .append(value)
                            .append("\r\n");
                }));
        if (!lengthSaid[0]) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
