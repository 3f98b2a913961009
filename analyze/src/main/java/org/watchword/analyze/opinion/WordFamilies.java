package org.watchword.analyze.opinion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words of one kind, such as vermin or verbs of killing: what an example tells of one of them holds of the others. A copy of the word
 * lists as they were when the model was trained travels with the model, so that its answers do not change with the lists. Immutable.
 */
public final class WordFamilies {

    /** A term of a family, without its first word. */
    private record Term(List<String> rest, String family) {}

    /** A family's word or expression in a sentence, as a range of words. */
    record Hit(int from, int to, String family) {}

    private final Map<String, List<String>> terms;
    private final Map<String, List<Term>> byFirst = new HashMap<>();

    /** @param terms folded terms by family, their words joined by single spaces */
    public WordFamilies(Map<String, List<String>> terms) {
        this.terms = new TreeMap<>(terms);
        this.terms.replaceAll(
                (family, words) -> words.stream().sorted().distinct().toList());
        this.terms.forEach((family, words) -> words.forEach(term -> {
            List<String> split = List.of(term.split(" "));
            byFirst.computeIfAbsent(split.get(0), first -> new ArrayList<>())
                    .add(new Term(split.subList(1, split.size()), family));
        }));
    }

    /** Where terms stand among folded words, in order; a word may belong to several families. */
    List<Hit> in(List<String> words) {
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            for (Term term : byFirst.getOrDefault(words.get(at), List.of())) {
                int end = at + 1 + term.rest().size();
                if (end <= words.size() && words.subList(at + 1, end).equals(term.rest())) {
                    hits.add(new Hit(at, end, term.family()));
                }
            }
        }
        return hits;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(terms.size());
        for (Map.Entry<String, List<String>> family : terms.entrySet()) {
            out.writeUTF(family.getKey());
            out.writeInt(family.getValue().size());
            for (String term : family.getValue()) {
                out.writeUTF(term);
            }
        }
    }

    static WordFamilies read(DataInputStream in) throws IOException {
        Map<String, List<String>> terms = new HashMap<>();
        int families = in.readInt();
        for (int f = 0; f < families; f++) {
            String family = in.readUTF();
            int size = in.readInt();
            List<String> words = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                words.add(in.readUTF());
            }
            terms.put(family, words);
        }
        return new WordFamilies(terms);
    }
}
