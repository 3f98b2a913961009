package org.watchword.ingest.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Turn;

/** What became of one {@link Page}. */
public sealed interface Extraction permits Extraction.Article, Extraction.Refused {

    /**
     * The main text of a page and what the page says about itself. A component is absent when the page does not say it.
     *
     * @param title headline
     * @param byline author line as printed, without "By"
     * @param siteName name of the site as the page states it
     * @param section part of the site the page stands in, as the page names it
     * @param image absolute address of the lead image
     * @param publishedAt when the page says it was published
     * @param modifiedAt when the page says it was last changed
     * @param language BCP 47 tag the page declares
     * @param canonicalUrl absolute address the page gives itself; a claim that the fetcher checks
     * @param ampUrl absolute address at which the page says it is shown in AMP, on its own site or an AMP cache
     * @param speaker who speaks throughout, for a speech
     * @param speakerOffice office of that speaker as the page gives it
     * @param event the occasion of a speech or transcript, as the page names it
     * @param text plain text, paragraphs separated by a blank line
     * @param turns who speaks where in {@code text}, in order and apart, when several speak; else empty
     */
    record Article(
            @Nullable String title,
            @Nullable String byline,
            @Nullable String siteName,
            @Nullable String section,
            @Nullable String image,
            @Nullable Instant publishedAt,
            @Nullable Instant modifiedAt,
            @Nullable String language,
            @Nullable String canonicalUrl,
            @Nullable String ampUrl,
            @Nullable String speaker,
            @Nullable String speakerOffice,
            @Nullable String event,
            String text,
            List<Turn> turns)
            implements Extraction {

        public Article {
            turns = List.copyOf(turns);
        }

        /** Text about which nothing else is known. */
        public static Article ofText(String text) {
            return new Article(
                    null, null, null, null, null, null, null, null, null, null, null, null, null, text, List.of());
        }
    }

    /**
     * The page holds no article.
     *
     * @param code short and stable, for example {@code not-html}, {@code no-article}, {@code bad-charset}
     * @param reason in words, for a person
     */
    record Refused(String code, String reason) implements Extraction {}
}
