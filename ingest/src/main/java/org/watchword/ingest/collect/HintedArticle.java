package org.watchword.ingest.collect;

import org.jspecify.annotations.Nullable;
import org.watchword.ingest.frontier.Hint;
import org.watchword.ingest.page.Extraction.Article;

/** An article whose gaps are filled with what the list that named its page said of it. What the page says itself stands. */
final class HintedArticle {

    private HintedArticle() {}

    static Article of(Article page, Hint hint) {
        if (hint.equals(Hint.NONE)) {
            return page;
        }
        boolean several = !page.turns().isEmpty();
        boolean named = page.speaker() != null || several;
        return new Article(
                either(page.title(), hint.title()),
                page.byline(),
                page.siteName(),
                page.section(),
                page.image(),
                either(page.publishedAt(), hint.publishedAt()),
                page.modifiedAt(),
                either(page.language(), hint.language()),
                page.canonicalUrl(),
                page.ampUrl(),
                named ? page.speaker() : hint.speaker(),
                named ? page.speakerOffice() : hint.speakerOffice(),
                page.event(),
                page.text(),
                page.turns());
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }
}
