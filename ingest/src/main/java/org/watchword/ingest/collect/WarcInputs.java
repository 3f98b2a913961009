package org.watchword.ingest.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.archive.CapturedExchange;
import org.watchword.ingest.http.UndecodableException;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.source.Crawl;
import org.watchword.model.ContentHash;

/**
 * The HTTP responses in a WARC file. They are copied into our own archive with the date of their capture and the {@code request} and
 * {@code metadata} records that follow them, whose notes count as when the page was fetched.
 */
final class WarcInputs implements InputFiles.Reader {

    private static final int MAX_HEAD = 1 << 20;
    private static final int MAX_NOTES = 1 << 16;

    private final String name;
    private final String copiedFrom;
    private final Crawl chosen;
    private final PageExtractor extractor;
    private final long maxBytes;
    private final WarcReader reader;
    private @Nullable WarcRecord ahead;
    private long number;
    /** Why the file cannot be read on. */
    private @Nullable String failure;

    private boolean failureTold;

    /**
     * @param folder of the file, for messages
     * @param name of the file within it
     * @param chosen of which only the patterns count: captures of other addresses are passed over
     * @param before how many inputs there were before this file's first
     */
    WarcInputs(
            String folder,
            String name,
            InputStream file,
            Crawl chosen,
            PageExtractor extractor,
            long maxBytes,
            long before)
            throws IOException {
        this.name = folder + name;
        this.copiedFrom = name;
        this.chosen = chosen;
        this.extractor = extractor;
        this.maxBytes = maxBytes;
        this.number = before;
        try {
            this.reader = new WarcReader(new EndingStream(file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e instanceof IOException io ? io : new IOException("not a WARC file: " + e.getMessage(), e);
        }
    }

    @Override
    public @Nullable Input next() {
        while (failure == null) {
            WarcRecord record = read();
            if (failure == null && record == null) {
                return null;
            }
            if (record instanceof WarcResponse response && isChosen(response)) {
                number++;
                return input(response);
            }
        }
        if (failureTold) {
            return null;
        }
        failureTold = true;
        number++;
        return unreadable(name + ": record " + number, "the rest of the file cannot be read: " + failure);
    }

    private Input unreadable(String origin, String reason) {
        return new Input(origin, number, new byte[0], new Input.Unreadable("unreadable-file", reason));
    }

    /** The next record; null at the end of the file, and where it cannot be read on. */
    private @Nullable WarcRecord read() {
        WarcRecord record = ahead;
        ahead = null;
        if (record != null) {
            return record;
        }
        try {
            return reader.next().orElse(null);
        } catch (IOException | RuntimeException e) {
            failure = String.valueOf(e.getMessage());
            return null;
        }
    }

    private boolean isChosen(WarcResponse response) {
        String target = response.headers().first("WARC-Target-URI").orElse("");
        return target.startsWith("http") && chosen.takes(target);
    }

    /** What is wrong with one record is that record's matter. */
    private Input input(WarcResponse response) {
        String origin = name + ": " + response.headers().first("WARC-Record-ID").orElse("record " + number);
        byte[] block;
        try {
            block = start(response, maxBytes + MAX_HEAD);
        } catch (IOException | RuntimeException e) {
            failure = String.valueOf(e.getMessage());
            failureTold = true;
            return unreadable(origin, "this and the rest of the file cannot be read: " + failure);
        }
        if (block.length > maxBytes + MAX_HEAD) {
            return new Input(
                    origin, number, new byte[0], new Input.Unwanted("too-large", "more than " + maxBytes + " bytes"));
        }
        try {
            Companions companions = companions(response);
            ForeignDigests.check(response, block);
            ForeignResponse http = ForeignResponse.of(block);
            return new Input(origin, number, http.body(), content(response, http, companions));
        } catch (IOException | RuntimeException e) {
            return new Input(origin, number, block, new Input.Unreadable("bad-record", String.valueOf(e.getMessage())));
        }
    }

    /**
     * The records written with a response, which follow it.
     *
     * @param request its block; empty when there is none
     * @param notes fields of the {@code metadata} record
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
    private record Companions(byte[] request, Map<String, String> notes) {}

    private Companions companions(WarcResponse response) {
        byte[] request = new byte[0];
        Map<String, String> notes = new LinkedHashMap<>();
        URI id = response.id();
        WarcRecord next = read();
        while (next != null) {
            try {
                if (next instanceof WarcRequest sent && sent.concurrentTo().contains(id)) {
                    byte[] block = start(sent, MAX_HEAD);
                    request = block.length > MAX_HEAD ? request : block;
                } else if (next instanceof WarcMetadata more && isAbout(more, id)) {
                    notes(more, notes);
                } else {
                    break;
                }
            } catch (IOException | RuntimeException e) {
                failure = String.valueOf(e.getMessage());
                return new Companions(request, notes);
            }
            next = read();
        }
        ahead = next;
        return new Companions(request, notes);
    }

    private static boolean isAbout(WarcMetadata record, URI id) {
        return record.concurrentTo().contains(id)
                || record.headers().all("WARC-Refers-To").contains("<" + id + ">");
    }

    private static void notes(WarcMetadata record, Map<String, String> notes) throws IOException {
        boolean fields = record.headers()
                .first("Content-Type")
                .map(type -> type.startsWith("application/warc-fields"))
                .orElse(false);
        if (fields && record.body().size() <= MAX_NOTES) {
            record.fields().map().forEach((field, values) -> notes.putIfAbsent(field, String.join(", ", values)));
        }
    }

    /** A block, or of a longer one the first {@code most} bytes and one. */
    private static byte[] start(WarcRecord record, long most) throws IOException {
        try (InputStream in = record.body().stream()) {
            return in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        }
    }

    private Input.Content content(WarcResponse response, ForeignResponse http, Companions companions) {
        if (http.status() != 200) {
            return new Input.Unwanted("http-" + http.status(), http.reason());
        }
        if (http.body().length > maxBytes) {
            return new Input.Unwanted("too-large", "more than " + maxBytes + " bytes");
        }
        Optional<WebAddress> address = WebAddress.of(response.target());
        if (address.isEmpty()) {
            return new Input.Unwanted("bad-url", "not an http or https address: " + response.target());
        }
        WebAddress at = chosen.tracking().strip(address.get());
        // A date that cannot be read spoils the record, not the page.
        Instant captured = response.date();
        byte[] payload;
        Extraction extraction;
        try {
            payload = http.payload(maxBytes);
            extraction = extractor.extract(new Page(payload, http.contentType(), at.url(), captured));
        } catch (UndecodableException e) {
            return new Input.Unwanted(e.code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return new Input.Unreadable("extract-failed", String.valueOf(e));
        }
        if (extraction instanceof Extraction.Refused refused) {
            return new Input.Unwanted(refused.code(), refused.reason());
        }
        Extraction.Article article =
                HintedArticle.of((Extraction.Article) extraction, CaptureNotes.hint(companions.notes()));
        if (article.text().isBlank()) {
            return new Input.Unwanted("no-article", "empty text");
        }
        CapturedExchange exchange = new CapturedExchange(
                at.url(),
                captured,
                companions.request(),
                http.head(),
                http.body(),
                ContentHash.sha256Hex(payload),
                response.headers().first("WARC-IP-Address").orElse(null),
                truncation(response),
                notes(response, companions));
        return new Input.Readable(
                at.url(),
                chosen.tracking().strip(at.canonical(article.canonicalUrl())).identity(),
                article,
                captured,
                archive -> archive.exchange(exchange));
    }

    /** A body that was cut when it was captured stays marked as cut. */
    private static @Nullable WarcTruncationReason truncation(WarcResponse response) {
        WarcTruncationReason reason = response.truncated();
        return reason == WarcTruncationReason.NOT_TRUNCATED ? null : reason;
    }

    /** Where the bytes were before, for whoever wants to go back to them. */
    private Map<String, String> notes(WarcResponse response, Companions companions) {
        Map<String, String> notes = new LinkedHashMap<>(companions.notes());
        List<String> digests = new ArrayList<>(response.headers().all("WARC-Payload-Digest"));
        notes.put("copied-from", copiedFrom);
        notes.put("copied-record", response.id().toString());
        if (!digests.isEmpty()) {
            notes.put("copied-payload-digest", digests.get(0));
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
