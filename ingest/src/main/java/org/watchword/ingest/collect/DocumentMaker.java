package org.watchword.ingest.collect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Extraction.Article;
import org.watchword.ingest.source.Profile;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;

/**
 * Makes documents. A lone surrogate, which neither UTF-8 nor JSON can carry, becomes U+FFFD here, once, so that offsets and digests
 * mean the same everywhere after.
 */
final class DocumentMaker {

    private DocumentMaker() {}

    static Document make(
            Profile source, String url, String canonicalUrl, Article article, Instant capturedAt, ArchiveRef archive) {
        String text = wellFormed(article.text());
        String speaker = clean(article.speaker());
        String office = clean(article.speakerOffice());
        if (source.speech() && speaker == null && article.turns().isEmpty()) {
            speaker = source.speaker();
            office = source.speakerOffice();
        }
        String language = clean(article.language());
        return new Document(
                ContentHash.documentId(canonicalUrl),
                source.id(),
                source.outlet(),
                source.country(),
                url,
                canonicalUrl,
                clean(article.title()),
                clean(article.byline()),
                clean(article.siteName()),
                clean(article.section()),
                clean(article.image()),
                article.publishedAt(),
                article.modifiedAt(),
                language == null ? source.language() : language,
                speaker,
                office,
                clean(article.event()),
                text,
                article.turns(),
                ContentHash.sha256Hex(text),
                capturedAt,
                archive);
    }

    /** Names what a reader sees changed: the text with its headline. */
    static String versionDigest(Article article) {
        String title = clean(article.title());
        String text = textDigest(article);
        return title == null ? text : ContentHash.sha256Hex(text + '\n' + title);
    }

    /** Whether a digest is of this version. One kept before headlines counted is of the text alone. */
    static boolean isVersion(Article article, String digest) {
        return digest.equals(versionDigest(article)) || digest.equals(textDigest(article));
    }

    static String textDigest(Article article) {
        return ContentHash.sha256Hex(wellFormed(article.text()));
    }

    private static @Nullable String clean(@Nullable String value) {
        return value == null || value.isBlank() ? null : wellFormed(value).strip();
    }

    static String wellFormed(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else {
                repaired = repaired == null ? new StringBuilder(text) : repaired;
                repaired.setCharAt(i, '\uFFFD');
            }
        }
        return repaired == null ? text : repaired.toString();
    }
}
