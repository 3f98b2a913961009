package org.watchword.ingest.page;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the pages of one source keep what they say, as CSS selectors in the notation of jsoup. What a selector finds stands in place of
 * what would be found without it; where it finds nothing on a page, the page is read as any other.
 */
public record PageSelectors(Map<Field, String> byField) {

    /** No selectors: everything is found by the extractor itself. */
    public static final PageSelectors NONE = new PageSelectors(Map.of());

    /** What can be pointed at. */
    public enum Field {
        TITLE,
        /** Every match is an author. */
        BYLINE,
        /** The date stands in {@code datetime}, {@code content}, {@code title} or the text. */
        PUBLISHED,
        MODIFIED,
        SECTION,
        /** Holds the whole text and nothing else, but for what {@link #REMOVE} takes out; several matches are joined. */
        BODY,
        /** Is no part of the text; metadata is still read from it. */
        REMOVE,
        /** Who speaks throughout; passed over on a page with several speakers. */
        SPEAKER,
        OFFICE,
        EVENT;

        /** As written in a source file. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static List<String> keys() {
            return Arrays.stream(values()).map(Field::key).toList();
        }
    }

    public PageSelectors {
        var copy = new EnumMap<Field, String>(Field.class);
        copy.putAll(byField);
        byField = Collections.unmodifiableMap(copy);
    }

    public Optional<String> of(Field field) {
        return Optional.ofNullable(byField.get(field));
    }
}
