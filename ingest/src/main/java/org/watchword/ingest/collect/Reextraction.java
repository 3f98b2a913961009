package org.watchword.ingest.collect;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.ArchivedRecord;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Extraction.Article;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Document;

/**
 * Reads captured pages anew from the archive, with today's extractor and selectors. The page, its address, its source and the time of its
 * capture stay as they were; so does what a feed told and the page does not. What cannot be read anew stays whole. Not thread-safe.
 */
public final class Reextraction {

    private final ArchiveFolder archive;
    private final PageExtractor extractor;
    private final SourceCatalog sources;
    private final TreeMap<String, Long> outcomes = new TreeMap<>();

    public Reextraction(ArchiveFolder archive, PageExtractor extractor, SourceCatalog sources) {
        this.archive = archive;
        this.extractor = extractor;
        this.sources = sources;
    }

    /** The document as its page reads now, or as it was. */
    public Document again(Document document) {
        ArchiveRef ref = document.archive();
        Source source = sources.find(document.source()).orElse(null);
        if (ref == null || source == null) {
            return kept(document, ref == null ? "not-archived" : "source-unknown");
        }
        try {
            ArchivedRecord record = archive.read(ref);
            Page page = new Page(record.payload(), record.contentType(), document.url(), document.capturedAt());
            Extraction found = extractor.with(source.profile().selectors()).extract(page);
            if (found instanceof Article article) {
                Document made = DocumentMaker.make(
                        source.profile(),
                        document.url(),
                        document.canonicalUrl(),
                        filled(article, document),
                        document.capturedAt(),
                        ref);
                return count(made.textSha256().equals(document.textSha256()) ? "same-text" : "other-text", made);
            }
            return kept(document, "no-article");
        } catch (IOException | RuntimeException e) {
            return kept(document, "unreadable");
        }
    }

    /** How many ended how: {@code same-text}, {@code other-text}, or why the document was left as it was. */
    public Map<String, Long> outcomes() {
        return new TreeMap<>(outcomes);
    }

    private Document kept(Document document, String why) {
        return count(why, document);
    }

    private Document count(String outcome, Document document) {
        outcomes.merge(outcome, 1L, Long::sum);
        return document;
    }

    private static Article filled(Article article, Document before) {
        return new Article(
                article.title() == null ? before.title() : article.title(),
                article.byline(),
                article.siteName(),
                article.section(),
                article.image(),
                article.publishedAt() == null ? before.publishedAt() : article.publishedAt(),
                article.modifiedAt(),
                article.language() == null ? before.language() : article.language(),
                article.canonicalUrl(),
                article.ampUrl(),
                article.speaker(),
                article.speakerOffice(),
                article.event(),
                article.text(),
                article.turns());
    }
}
