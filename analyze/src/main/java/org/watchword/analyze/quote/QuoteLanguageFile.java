package org.watchword.analyze.quote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.yaml.YamlNode;
import org.watchword.model.ConfigException;

/** Reads {@code quotes.yaml}. */
final class QuoteLanguageFile {

    private static final Set<String> KEYS = Stream.concat(
                    Stream.of("marks", "dashes", "pronouns"),
                    Stream.of(WordClass.values()).map(WordClass::key))
            .collect(Collectors.toCollection(LinkedHashSet::new));

    private static final Set<String> KINDS = Set.of("male", "female", "other");

    private final Path file;

    QuoteLanguageFile(Path file) {
        this.file = file;
    }

    /** @throws ConfigException naming the file, the place in it and what cannot be understood */
    QuoteLanguage read() {
        YamlNode root = YamlNode.read(file);
        Map<String, YamlNode> entries = root.map(KEYS);
        Map<WordClass, Set<String>> words = new EnumMap<>(WordClass.class);
        for (WordClass kind : WordClass.values()) {
            words.put(kind, words(entries.get(kind.key())));
        }
        YamlNode dashes = entries.get("dashes");
        return new QuoteLanguage(
                marks(root.require(entries, "marks")),
                dashes != null && isTrue(dashes),
                words,
                pronouns(entries.get("pronouns")));
    }

    private static boolean isTrue(YamlNode value) {
        return switch (value.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw value.error("'" + value.text() + "' is neither true nor false");
        };
    }

    private static List<QuoteLanguage.Marks> marks(YamlNode list) {
        List<QuoteLanguage.Marks> marks = new ArrayList<>();
        for (YamlNode item : list.list()) {
            String pair = item.text();
            if (pair.length() != 2 && pair.length() != 4) {
                throw item.error("'" + pair + "' is not an opening mark and a closing one");
            }
            int half = pair.length() / 2;
            marks.add(new QuoteLanguage.Marks(pair.substring(0, half), pair.substring(half)));
        }
        if (marks.isEmpty()) {
            throw list.error("at least one pair is needed");
        }
        return List.copyOf(marks);
    }

    private static Set<String> words(@Nullable YamlNode list) {
        Set<String> words = new LinkedHashSet<>();
        if (list != null) {
            list.list().forEach(word -> words.add(word.text()));
        }
        return Collections.unmodifiableSet(words);
    }

    private static Map<String, String> pronouns(@Nullable YamlNode kinds) {
        Map<String, String> pronouns = new HashMap<>();
        if (kinds != null) {
            kinds.map(KINDS).forEach((kind, list) -> words(list).forEach(word -> pronouns.put(word, kind)));
        }
        return Map.copyOf(pronouns);
    }
}
