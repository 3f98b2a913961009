package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.yaml.YamlNode;
import org.watchword.model.NearestKey;

/** Reads a word list file: {@code language} and {@code lists}, each with name, terms and how its terms inflect. */
final class WordListFile {

    private static final Set<String> FILE_KEYS = Set.of("language", "lists");
    private static final Set<String> LIST_KEYS = Set.of("name", "inflect", "forms", "source", "terms");
    private static final Set<String> INFLECTIONS = Set.of("noun", "verb", "none");

    /**
     * @param terms folded, with their inflected forms
     */
    record Terms(String language, String name, List<List<String>> terms) {}

    private WordListFile() {}

    static List<Terms> read(String file, String yaml, Map<String, Paradigms> paradigms) {
        YamlNode root = YamlNode.read(file, yaml);
        Map<String, YamlNode> entries = root.map(FILE_KEYS);
        String language = root.require(entries, "language").text();
        Paradigms inflection = paradigms.getOrDefault(language, Paradigms.NONE);
        List<Terms> lists = new ArrayList<>();
        for (YamlNode node : root.require(entries, "lists").list()) {
            lists.add(list(node, language, inflection));
        }
        return lists;
    }

    private static Terms list(YamlNode node, String language, Paradigms paradigms) {
        Map<String, YamlNode> entries = node.map(LIST_KEYS);
        String inflect = "none";
        YamlNode inflectNode = entries.get("inflect");
        if (inflectNode != null) {
            inflect = inflectNode.text();
            if (!INFLECTIONS.contains(inflect)) {
                throw inflectNode.error(NearestKey.unknown(inflect, INFLECTIONS).replace("key", "inflection"));
            }
        }
        Map<List<String>, Boolean> terms = new LinkedHashMap<>();
        for (YamlNode term : node.require(entries, "terms").list()) {
            for (String written : written(term, entries.get("forms"), paradigms)) {
                for (List<String> form : forms(Folding.term(written, language), inflect)) {
                    terms.put(form, true);
                }
            }
        }
        return new Terms(language, node.require(entries, "name").text(), List.copyOf(terms.keySet()));
    }

    /** The forms of a term that its paradigm gives, only those of the slots that the list asks for when it asks. */
    private static List<String> written(YamlNode term, @Nullable YamlNode wanted, Paradigms paradigms) {
        List<String> written = new ArrayList<>();
        paradigms.forms(term).forEach((slot, forms) -> {
            if (wanted == null || slot.isEmpty() || wanted.strings().contains(slot)) {
                written.addAll(forms);
            }
        });
        return written;
    }

    /** A noun inflects at its last word, a verb at its first. */
    private static Set<List<String>> forms(List<String> term, String inflect) {
        Set<List<String>> forms = new LinkedHashSet<>();
        forms.add(term);
        if (inflect.equals("none")) {
            return forms;
        }
        int at = inflect.equals("noun") ? term.size() - 1 : 0;
        Set<String> words = inflect.equals("noun") ? Inflection.noun(term.get(at)) : Inflection.verb(term.get(at));
        for (String word : words) {
            List<String> form = new ArrayList<>(term);
            form.set(at, word);
            forms.add(form);
        }
        return forms;
    }
}
