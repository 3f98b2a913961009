package org.watchword.bench.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.analyze.name.WordKnowledge;
import org.watchword.bench.names.LabelledText.Label;
import org.watchword.model.EntityType;

/**
 * Sentences as news has them, with names of all the world put in from lists: the labelled corpora are mostly American, British and
 * Australian. Made of {@code news.en.txt}; the same seed makes the same sentences.
 */
final class NewsSentences {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, EntityType> TYPES = Map.ofEntries(
            Map.entry("person", EntityType.PERSON),
            Map.entry("surname", EntityType.PERSON),
            Map.entry("lastname", EntityType.PERSON),
            Map.entry("surname0", EntityType.PERSON),
            Map.entry("given0", EntityType.PERSON),
            Map.entry("org", EntityType.ORGANIZATION),
            Map.entry("letters", EntityType.ORGANIZATION),
            Map.entry("city", EntityType.LOCATION),
            Map.entry("country", EntityType.LOCATION),
            Map.entry("place", EntityType.LOCATION),
            Map.entry("people", EntityType.GROUP));

    private final Map<String, List<String>> lines = new HashMap<>();
    private final Random random;
    private String last = "";

    private NewsSentences(long seed) {
        random = new Random(seed);
    }

    /**
     * @param names folder of {@code news.en.txt} and {@code places.geonames.tsv}
     * @throws IOException when a file cannot be read or a line has no slot
     */
    static NewsSentences read(Path names, NameLists lists, long seed) throws IOException {
        NewsSentences sentences = new NewsSentences(seed);
        for (String line : Files.readAllLines(names.resolve("news.en.txt"))) {
            int colon = line.indexOf(": ");
            if (line.startsWith("#")) {
                continue;
            }
            if (colon < 0) {
                throw new IOException("news.en.txt: a line without a slot: " + line);
            }
            sentences.put(line.substring(0, colon), List.of(line.substring(colon + 2)));
        }
        sentences.put("full", lists.names(WordKnowledge.SPEAKER));
        sentences.put("country", lists.names(WordKnowledge.COUNTRY));
        sentences.put("body", lists.names(WordKnowledge.ORGANIZATION));
        List<String> peoples = List.copyOf(new TreeSet<>(lists.groups()));
        sentences.put("people", peoples);
        sentences.put("people1", peoples);
        sentences.put(
                "town",
                Files.readAllLines(names.resolve("places.geonames.tsv")).stream()
                        .filter(l -> !l.startsWith("#") && l.length() > 2)
                        .toList());
        sentences.put("known", lists.names(WordKnowledge.PLACE));
        return sentences;
    }

    private void put(String slot, List<String> what) {
        lines.computeIfAbsent(slot, s -> new ArrayList<>()).addAll(what);
    }

    /** Every sentence so many times, each time with other names; some sentences make a text. */
    List<LabelledText> make(int times) {
        List<LabelledText> texts = new ArrayList<>();
        List<String> patterns = lines.getOrDefault("text", List.of());
        for (int time = 0; time < times; time++) {
            StringBuilder text = new StringBuilder();
            List<Label> labels = new ArrayList<>();
            for (int i = 0; i < patterns.size(); i++) {
                fill(patterns.get(i), text, labels);
                text.append("\n\n");
                if (i % 5 == 4 || i == patterns.size() - 1) {
                    texts.add(new LabelledText("news", "news-" + texts.size(), text.toString(), labels));
                    text.setLength(0);
                    labels.clear();
                }
            }
        }
        return texts;
    }

    /** A made name of a place or an organization. */
    String another(EntityType type) {
        return value(type == EntityType.LOCATION ? "city" : "org");
    }

    private void fill(String pattern, StringBuilder text, List<Label> labels) {
        Matcher slot = SLOT.matcher(pattern);
        int from = 0;
        while (slot.find()) {
            text.append(pattern, from, slot.start());
            int start = text.length();
            text.append(value(slot.group(1)));
            EntityType type = TYPES.get(slot.group(1));
            if (type != null) {
                labels.add(new Label(start, text.length(), type));
            }
            from = slot.end();
        }
        text.append(pattern, from, pattern.length());
    }

    private String value(String slot) {
        return switch (slot) {
            case "person" -> person();
            case "surname", "lastname" -> last;
            case "surname0", "surname1", "surname2" -> surname(any("full"));
            case "given0" -> given(any("full"));
            case "city" -> any(random.nextBoolean() ? "town" : "known");
            default -> inner(any(slot));
        };
    }

    private String inner(String line) {
        return SLOT.matcher(line).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
    }

    private String person() {
        String name = any("full");
        if (random.nextBoolean()) {
            name = given(name) + ' ' + surname(any("full"));
        }
        last = surname(name);
        return name;
    }

    private static String given(String name) {
        return name.substring(0, name.indexOf(' '));
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private String any(String slot) {
        List<String> choice = lines.getOrDefault(slot, List.of());
        if (choice.isEmpty()) {
            throw new IllegalStateException("news.en.txt: nothing for " + slot);
        }
        return choice.get(random.nextInt(choice.size()));
    }
}
