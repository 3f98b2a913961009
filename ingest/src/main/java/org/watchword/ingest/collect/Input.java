package org.watchword.ingest.collect;

import java.io.IOException;
import java.time.Instant;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.page.Extraction;
import org.watchword.model.ArchiveRef;

/**
 * One input of a source on this machine.
 *
 * @param origin file, or file and line, for messages
 * @param number how many inputs of its file are done with this one
 * @param original its bytes
 * @param content what it holds
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
record Input(String origin, long number, byte[] original, Content content) {

    /** What was read. */
    sealed interface Content {}

    /**
     * A document.
     *
     * @param url address or URN
     * @param canonicalUrl likewise; the document's identity
     * @param capturedAt when the bytes were received
     */
    record Readable(
            String url, String canonicalUrl, Extraction.Article article, Instant capturedAt, ToArchive archiving)
            implements Content {

        String version() {
            return DocumentMaker.versionDigest(article);
        }
    }

    /** Understood, but no document. */
    record Unwanted(String code, String reason) implements Content {}

    /** Not understood: a dead letter. */
    record Unreadable(String code, String reason) implements Content {}

    /** How the bytes are kept. */
    interface ToArchive {
        ArchiveRef write(Archive archive) throws IOException;
    }
}
