package org.watchword.ingest.frontier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list said of a page that was found in it. The page is believed before the list: a hint only fills what the page leaves open.
 *
 * @param publishedAt when the list says the page was published
 * @param title plain text
 * @param speaker who speaks throughout
 * @param speakerOffice that person's office
 * @param language BCP 47 tag
 * @param foundIn address of the list
 */
public record Hint(
        @Nullable Instant publishedAt,
        @Nullable String title,
        @Nullable String speaker,
        @Nullable String speakerOffice,
        @Nullable String language,
        @Nullable String foundIn) {

    public static final Hint NONE = new Hint(null, null, null, null, null, null);
}
