package org.watchword.analyze.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;

/** Counts kinds of people in sentences labelled for it; no corpus at hand labels them. */
class GroupNamesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/names/groups.en.txt");
    private static final double LEAST = 0.85;

    private record Place(int start, int end) {}

    @Test
    void kindsOfPeopleAreFoundExactly() throws IOException {
        int right = 0;
        int found = 0;
        int labelled = 0;
        List<String> errors = new ArrayList<>();
        for (String line : Files.readAllLines(GOLDEN)) {
            if (line.startsWith("#")) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            Set<Place> expected = read(line, text);
            Set<Place> actual = groups(text.toString());
            labelled += expected.size();
            found += actual.size();
            Set<Place> both = new HashSet<>(expected);
            both.retainAll(actual);
            right += both.size();
            if (!expected.equals(actual)) {
                errors.add(line + " -> " + words(text, actual));
            }
        }
        double f1 = 2.0 * right / (found + labelled);
        assertThat(f1)
                .as(
                        "F1 of kinds of people, %d right of %d labelled and %d found:%n%s",
                        right, labelled, found, String.join("\n", errors))
                .isGreaterThanOrEqualTo(LEAST);
    }

    private static Set<Place> read(String line, StringBuilder text) {
        Set<Place> places = new HashSet<>();
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '[') {
                start = text.length();
            } else if (c == ']') {
                places.add(new Place(start, text.length()));
            } else {
                text.append(c);
            }
        }
        return places;
    }

    private static Set<Place> groups(String text) {
        Set<Place> places = new HashSet<>();
        for (Entity entity : Pipeline.annotate(text).entities()) {
            if (entity.type() == EntityType.GROUP) {
                places.add(new Place(entity.start(), entity.end()));
            }
        }
        return places;
    }

    private static List<String> words(CharSequence text, Set<Place> places) {
        return places.stream()
                .map(p -> text.subSequence(p.start(), p.end()).toString())
                .sorted()
                .toList();
    }
}
