package org.watchword.ingest.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.model.ContentHash;

/** A file that is one document: HTML, which goes through the extractor, or plain text in UTF-8. */
final class WholeFileInput implements InputFiles.Reader {

    private final String urn;
    private final Path path;
    private final PageExtractor extractor;
    private final Instant round;
    private final long maxBytes;
    private boolean read;

    /** @param relative the file's place in the source, which names the document */
    WholeFileInput(String source, String relative, Path path, PageExtractor extractor, Instant round, long maxBytes) {
        this.urn = JsonLine.urn(source, relative);
        this.path = path;
        this.extractor = extractor;
        this.round = round;
        this.maxBytes = maxBytes;
    }

    @Override
    public @Nullable Input next() {
        if (read) {
            return null;
        }
        read = true;
        byte[] bytes;
        try (InputStream in = InputFiles.opened(path)) {
            bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
        } catch (IOException e) {
            return input(new byte[0], new Input.Unreadable("unreadable-file", "cannot be read: " + e.getMessage()));
        }
        if (bytes.length > maxBytes) {
            return input(new byte[0], new Input.Unwanted("too-large", "more than " + maxBytes + " bytes"));
        }
        return input(bytes, InputFiles.extension(path).equals(".txt") ? text(bytes) : html(bytes));
    }

    private Input input(byte[] bytes, Input.Content content) {
        return new Input(path.toString(), 1, bytes, content);
    }

    private Input.Content html(byte[] bytes) {
        Extraction extraction;
        try {
            extraction = extractor.extract(new Page(bytes, "text/html", urn));
        } catch (RuntimeException | StackOverflowError e) {
            return new Input.Unreadable("extract-failed", String.valueOf(e));
        }
        if (extraction instanceof Extraction.Refused refused) {
            return new Input.Unwanted(refused.code(), refused.reason());
        }
        return document((Extraction.Article) extraction, "text/html", bytes);
    }

    private Input.Content text(byte[] bytes) {
        try {
            return document(Extraction.Article.ofText(unmarked(bytes)), "text/plain;charset=utf-8", bytes);
        } catch (CharacterCodingException e) {
            return new Input.Unwanted("bad-charset", "not UTF-8");
        }
    }

    /** UTF-8 without its byte order mark. */
    static String unmarked(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Input.Content document(Extraction.Article article, String contentType, byte[] bytes) {
        if (article.text().isBlank()) {
            return new Input.Unwanted("no-article", "empty text");
        }
        String sha256 = ContentHash.sha256Hex(bytes);
        return new Input.Readable(
                urn, urn, article, round, archive -> archive.resource(urn, round, contentType, bytes, sha256));
    }

    @Override
    public void close() {}
}
