package org.watchword.analyze.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.watchword.model.StoryMember.Wording;

/** Texts of invented words. */
public final class TestingTexts {

    static final Instant MONDAY = Instant.parse("2026-10-05T12:00:00Z");

    private TestingTexts() {}

    /** Words in sentences of ten; another seed gives another text. */
    public static String text(int seed, int words) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String word =
                    "w" + Integer.toString(1_000 + random.nextInt(5_000), 36).replaceAll("[0-9]", "x");
            text.append(i % 10 == 0 ? word.toUpperCase(java.util.Locale.ROOT) : word)
                    .append(i % 10 == 9 ? ". " : " ");
        }
        return text.toString().strip();
    }

    /** The words from one to another. */
    public static String words(String text, int from, int to) {
        return String.join(" ", Arrays.asList(text.split(" ")).subList(from, to));
    }

    /** With every so-manieth word changed. */
    public static String changed(String text, int every) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        for (int i = every - 1; i < words.size(); i += every) {
            words.set(i, "other" + (char) ('a' + i % 26));
        }
        return String.join(" ", words);
    }

    static PageSketch page(String id, String text) {
        return page(id, text, MONDAY);
    }

    static PageSketch page(String id, String text, Instant capturedAt) {
        return new PageSketch(
                id,
                org.watchword.model.ContentHash.sha256Hex(text),
                capturedAt,
                TextSketch.of(text),
                List.of(Wording.of(id + "-s", "we shall talk")));
    }
}
