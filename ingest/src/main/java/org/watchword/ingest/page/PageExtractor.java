package org.watchword.ingest.page;

/** Finds the article in a page. Implementations are safe for use by several threads and answer for every input. */
@FunctionalInterface
public interface PageExtractor {

    Extraction extract(Page page);
}
