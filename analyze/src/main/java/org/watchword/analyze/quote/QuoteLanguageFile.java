package org.watchword.analyze.quote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ConfigException;
import org.watchword.model.NearestKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code quotes.yaml}. */
final class QuoteLanguageFile {

    private static final List<String> KEYS = Stream.concat(
                    Stream.of("marks", "dashes", "pronouns"),
                    Stream.of(WordClass.values()).map(WordClass::key))
            .toList();

    private final Path file;

    QuoteLanguageFile(Path file) {
        this.file = file;
    }

    /** @throws ConfigException naming the file and what cannot be understood */
    QuoteLanguage read() {
        JsonNode root = parse();
        if (!root.isObject()) {
            throw problem("expected keys and lists", null);
        }
        for (String key : root.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw problem(NearestKey.unknown(key, KEYS), null);
            }
        }
        Map<WordClass, Set<String>> words = new EnumMap<>(WordClass.class);
        for (WordClass kind : WordClass.values()) {
            words.put(kind, words(root, kind.key()));
        }
        return new QuoteLanguage(
                marks(root), root.path("dashes").asBoolean(false), words, pronouns(root.path("pronouns")));
    }

    private JsonNode parse() {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ConfigException(file.toString(), Math.max(0, line), 0, e.getOriginalMessage(), e);
        }
    }

    private List<QuoteLanguage.Marks> marks(JsonNode root) {
        List<QuoteLanguage.Marks> marks = new ArrayList<>();
        for (String pair : words(root, "marks")) {
            if (pair.length() != 2 && pair.length() != 4) {
                throw problem("marks: '" + pair + "' is not an opening mark and a closing one", null);
            }
            int half = pair.length() / 2;
            marks.add(new QuoteLanguage.Marks(pair.substring(0, half), pair.substring(half)));
        }
        if (marks.isEmpty()) {
            throw problem("marks: at least one pair is needed", null);
        }
        return List.copyOf(marks);
    }

    private Set<String> words(JsonNode root, String key) {
        JsonNode list = root.path(key);
        if (list.isMissingNode() || list.isNull()) {
            return Set.of();
        }
        Set<String> words = new LinkedHashSet<>();
        for (JsonNode word : list) {
            if (!word.isString() || word.stringValue().isBlank()) {
                throw problem(key + ": '" + word + "' is not a word; put it between quotation marks", null);
            }
            words.add(word.stringValue());
        }
        return java.util.Collections.unmodifiableSet(words);
    }

    private Map<String, String> pronouns(JsonNode kinds) {
        Map<String, String> pronouns = new HashMap<>();
        for (String kind : kinds.propertyNames()) {
            if (!List.of("male", "female", "other").contains(kind)) {
                throw problem("pronouns: " + NearestKey.unknown(kind, List.of("male", "female", "other")), null);
            }
            for (String word : words(kinds, kind)) {
                pronouns.put(word, kind);
            }
        }
        return Map.copyOf(pronouns);
    }

    private ConfigException problem(String what, @Nullable Throwable cause) {
        return new ConfigException(file.toString(), 0, 0, what, cause);
    }
}
