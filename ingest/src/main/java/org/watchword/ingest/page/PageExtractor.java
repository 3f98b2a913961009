package org.watchword.ingest.page;

import java.util.List;

/** Reads a page. Implementations are safe for use by several threads and answer for every input. */
@FunctionalInterface
public interface PageExtractor {

    /** Finds the article. */
    Extraction extract(Page page);

    /** An extractor that follows the selectors of one source. By default the selectors are not understood. */
    default PageExtractor with(PageSelectors selectors) {
        return this;
    }

    /**
     * What the page says to robots in its meta tags: the contents of those named {@code robots} and of those named after the crawler.
     *
     * @param agent the crawler's product token, compared without regard to case
     */
    default List<String> robotsMeta(Page page, String agent) {
        return List.of();
    }
}
