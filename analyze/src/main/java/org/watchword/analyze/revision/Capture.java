package org.watchword.analyze.revision;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One look at a page.
 *
 * @param at when
 * @param textSha256 the text it had then
 * @param modifiedAt when the page said it was last changed; absent when it did not say
 * @param title its headline; absent when it had none, or when captures did not keep it yet
 */
@JsonPropertyOrder({"at", "textSha256", "modifiedAt", "title"})
public record Capture(
        Instant at,
        String textSha256,
        @Nullable Instant modifiedAt,
        @Nullable String title) implements Comparable<Capture> {

    private static final Comparator<Capture> ORDER = Comparator.comparing(Capture::at)
            .thenComparing(Capture::textSha256)
            .thenComparing(Capture::modifiedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Capture::title, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(Capture other) {
        return ORDER.compare(this, other);
    }
}
