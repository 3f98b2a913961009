package org.watchword.ingest.extract;

import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/** What a page says of the place it stands in and of the picture it is shown with. */
final class Surroundings {

    private static final int LONGEST_SECTION = 80;
    private static final int LONGEST_ADDRESS = 2_000;

    private Surroundings() {}

    /** Part of the site: {@code article:section}, else {@code articleSection} of the structured data. */
    static @Nullable String section(PageFacts page) {
        String section = page.meta().first("article:section", "og:article:section", "parsely-section");
        section = section == null ? JsonLd.text(page.article(), "articleSection") : section;
        return section == null || section.length() > LONGEST_SECTION || section.startsWith("http") ? null : section;
    }

    /** Absolute web address of the lead image; null when the page names none or gives it a relative address and has none itself. */
    static @Nullable String image(PageFacts page) {
        String raw = page.meta().first("og:image:secure_url", "og:image", "og:image:url", "twitter:image");
        if (raw == null || raw.length() > LONGEST_ADDRESS) {
            return null;
        }
        String absolute = page.url().isEmpty() ? raw : StringUtil.resolve(page.url(), raw);
        return absolute.startsWith("https://") || absolute.startsWith("http://") ? absolute : null;
    }
}
