package org.watchword.ingest.collect;

import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Objects;
import org.watchword.ingest.archive.ArchivedRecord;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.source.SourceCatalog;

/**
 * The text that an archived capture gives, read anew as it was read when it was collected: HTML by the extractor with the selectors of its
 * source, a line of JSON and plain text as they are. Safe for use by several threads.
 */
public final class ArchivedText {

    private final PageExtractor extractor;
    private final SourceCatalog catalog;

    /** @param catalog whose selectors are followed; a source it does not know has none */
    public ArchivedText(PageExtractor extractor, SourceCatalog catalog) {
        this.extractor = extractor;
        this.catalog = catalog;
    }

    /**
     * Reads a capture. Text that UTF-8 cannot carry is mended as in a {@code Document}.
     *
     * @param source id of the source it was collected for
     */
    public Extraction read(ArchivedRecord record, String source) {
        Extraction extraction = "resource".equals(record.type()) ? resource(record, source) : page(record, source);
        if (extraction instanceof Extraction.Article article && !article.text().isBlank()) {
            String text = DocumentMaker.wellFormed(article.text());
            return text.equals(article.text()) ? article : Extraction.Article.ofText(text);
        }
        return extraction instanceof Extraction.Refused
                ? extraction
                : new Extraction.Refused("no-article", "empty text");
    }

    private Extraction page(ArchivedRecord record, String source) {
        return extract(new Page(record.payload(), record.contentType(), record.url(), record.capturedAt()), source);
    }

    private Extraction resource(ArchivedRecord record, String source) {
        String type = Objects.requireNonNullElse(record.contentType(), "").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            Input.Content line = JsonLine.read(source, record.payload(), record.capturedAt());
            return line instanceof Input.Readable readable
                    ? readable.article()
                    : new Extraction.Refused("not-readable", "not a line with a text");
        }
        if (type.startsWith("text/plain")) {
            try {
                return Extraction.Article.ofText(WholeFileInput.unmarked(record.payload()));
            } catch (CharacterCodingException e) {
                return new Extraction.Refused("bad-charset", "not UTF-8");
            }
        }
        return extract(new Page(record.payload(), "text/html", record.url()), source);
    }

    private Extraction extract(Page page, String source) {
        PageExtractor pages = catalog.find(source)
                .map(s -> extractor.with(s.profile().selectors()))
                .orElse(extractor);
        try {
            return pages.extract(page);
        } catch (RuntimeException | StackOverflowError e) {
            return new Extraction.Refused("extract-failed", String.valueOf(e));
        }
    }
}
