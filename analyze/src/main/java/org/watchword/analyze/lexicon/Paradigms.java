package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.watchword.analyze.yaml.YamlNode;
import org.watchword.model.NearestKey;

/**
 * How the words of a language inflect, as data: named paradigms, each with slots (<i>plural</i>, <i>instrumental</i>, …) of endings.
 * Immutable.
 *
 * <p>A term such as {@code крыс/f} is a stem and a paradigm. {@code 0} is the empty ending. A capital letter in an ending that {@code
 * harmony} names stands for the sound that the nearest letter before it asks for: with {@code A: {aıou: a, eiöü: e}} the Turkish ending
 * {@code lAr} is <i>lar</i> after <i>Velmarlı</i> and <i>ler</i> after <i>Velmarili</i>.
 */
final class Paradigms {

    /** For a language without a paradigm file: every term stands as it is written. */
    static final Paradigms NONE = new Paradigms(Map.of(), Map.of());

    private static final Set<String> FILE_KEYS = Set.of("language", "paradigms", "harmony");
    private static final String ZERO = "0";
    private static final char MARK = '/';

    private final Map<String, Map<String, List<String>>> tables;
    private final Map<Character, Map<String, String>> harmony;

    private Paradigms(Map<String, Map<String, List<String>>> tables, Map<Character, Map<String, String>> harmony) {
        this.tables = tables;
        this.harmony = harmony;
    }

    /** The language of a paradigm file with what it says. */
    record File(String language, Paradigms paradigms) {}

    static File read(String file, String yaml) {
        YamlNode root = YamlNode.read(file, yaml);
        Map<String, YamlNode> entries = root.map(FILE_KEYS);
        Map<String, Map<String, List<String>>> tables = new LinkedHashMap<>();
        root.require(entries, "paradigms").map(Set.of()).forEach((name, node) -> {
            Map<String, List<String>> slots = new LinkedHashMap<>();
            node.map(Set.of()).forEach((slot, endings) -> slots.put(slot, endings(endings.text())));
            tables.put(name, slots);
        });
        Map<Character, Map<String, String>> harmony = new LinkedHashMap<>();
        YamlNode sounds = entries.get("harmony");
        if (sounds != null) {
            sounds.map(Set.of()).forEach((letter, node) -> {
                if (letter.length() != 1) {
                    throw node.error("expected one letter, found '" + letter + "'");
                }
                Map<String, String> after = new LinkedHashMap<>();
                node.map(Set.of()).forEach((letters, sound) -> after.put(letters, ending(sound.text())));
                harmony.put(letter.charAt(0), after);
            });
        }
        return new File(root.require(entries, "language").text(), new Paradigms(tables, harmony));
    }

    private static List<String> endings(String text) {
        List<String> endings = new ArrayList<>();
        for (String ending : text.split("\\s+")) {
            endings.add(ending(ending));
        }
        return List.copyOf(endings);
    }

    private static String ending(String text) {
        return text.equals(ZERO) ? "" : text;
    }

    /**
     * The forms of a term by slot; a term without a paradigm has one form, in the slot with the empty name.
     *
     * @param term words of which one may be a stem with {@code /} and its paradigm
     */
    Map<String, List<String>> forms(YamlNode term) {
        String text = term.text();
        int mark = text.indexOf(MARK);
        if (tables.isEmpty() || mark < 0) {
            return Map.of("", List.of(text));
        }
        int end = text.indexOf(' ', mark);
        String name = end < 0 ? text.substring(mark + 1) : text.substring(mark + 1, end);
        String rest = end < 0 ? "" : text.substring(end);
        Map<String, List<String>> table = tables.get(name);
        if (table == null) {
            throw term.error(
                    NearestKey.unknown(name, new TreeSet<>(tables.keySet())).replace("key", "paradigm"), mark + 1);
        }
        Map<String, List<String>> forms = new LinkedHashMap<>();
        table.forEach((slot, endings) -> forms.put(
                slot,
                endings.stream()
                        .map(ending -> joined(text.substring(0, mark), ending) + rest)
                        .toList()));
        return forms;
    }

    private String joined(String stem, String ending) {
        StringBuilder word = new StringBuilder(stem);
        for (char letter : ending.toCharArray()) {
            Map<String, String> sounds = harmony.get(letter);
            if (sounds == null) {
                word.append(letter);
            } else {
                word.append(sound(sounds, word));
            }
        }
        return word.toString();
    }

    /** The sound after the nearest letter that any of the sets holds; none where there is no such letter. */
    private static String sound(Map<String, String> sounds, CharSequence word) {
        for (int at = word.length() - 1; at >= 0; at--) {
            for (Map.Entry<String, String> sound : sounds.entrySet()) {
                if (sound.getKey().indexOf(Character.toLowerCase(word.charAt(at))) >= 0) {
                    return sound.getValue();
                }
            }
        }
        return "";
    }
}
