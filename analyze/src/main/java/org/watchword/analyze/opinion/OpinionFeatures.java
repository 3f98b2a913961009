package org.watchword.analyze.opinion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;

/**
 * What the model looks at: words and runs of them, the beginnings of long words, families of words, all of these also by their side of
 * the group. No part of speech and no lemma, since a tagger's opinion may change with the name of the group. Immutable.
 */
public final class OpinionFeatures {

    private static final int NEAR = 4;
    private static final int REACH = 8;
    private static final int STEM = 5;
    private static final int LONG = 7;
    /** Letters beyond take two units each, which must not be torn apart. */
    private static final int LAST_SHORT = Character.MIN_SUPPLEMENTARY_CODE_POINT;

    private static final Set<String> WE = Set.of("we", "us", "our", "i", "my", "'ll", "let's");
    private static final Set<String> NEGATORS =
            Set.of("not", "n't", "no", "never", "nobody", "none", "nor", "neither", "without");

    private final WordFamilies families;

    public OpinionFeatures(WordFamilies families) {
        this.families = families;
    }

    /** The features of a sentence, each once. Equal for sentences that differ in the names of groups alone. */
    public List<String> of(Words sentence, List<GroupMention> mentions) {
        return of(sentence, 0, sentence.size(), mentions);
    }

    /** The features of the words from {@code from} to before {@code to}. */
    List<String> of(Words sentence, int from, int to, List<GroupMention> mentions) {
        MaskedSentence masked = MaskedSentence.of(sentence, from, to, mentions);
        Set<String> features = new LinkedHashSet<>();
        addWords(masked, features);
        addFamilies(masked, features);
        List<String> words = masked.words();
        if (!words.isEmpty()) {
            features.add("first=" + words.get(0));
            features.add("last=" + words.get(words.size() - 1));
        }
        features.add("length=" + Math.min(4, words.size() / 8));
        return List.copyOf(features);
    }

    private static void addWords(MaskedSentence masked, Set<String> features) {
        List<String> words = masked.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            features.add("w=" + word);
            features.add("b=" + at(words, i - 1) + ' ' + word);
            if (i >= 2) {
                features.add("t=" + at(words, i - 2) + ' ' + at(words, i - 1) + ' ' + word);
            }
            if (word.length() >= LONG
                    && word.charAt(0) != '{'
                    && word.codePoints().allMatch(c -> c < LAST_SHORT)) {
                features.add("p=" + word.substring(0, STEM));
            }
            if (WE.contains(word)) {
                features.add("we");
            }
        }
        for (int slot : masked.slots()) {
            for (int i = Math.max(0, slot - NEAR); i < slot; i++) {
                features.add("left=" + words.get(i));
            }
            for (int i = slot + 1; i < Math.min(words.size(), slot + 1 + NEAR); i++) {
                features.add("right=" + words.get(i));
            }
        }
    }

    private void addFamilies(MaskedSentence masked, Set<String> features) {
        List<String> words = masked.words();
        boolean we = words.stream().anyMatch(WE::contains);
        for (WordFamilies.Hit hit : families.in(words)) {
            String family = '@' + hit.family();
            features.add(family);
            features.add("b=" + at(words, hit.from() - 1) + ' ' + family);
            features.add("t=" + at(words, hit.from() - 2) + ' ' + at(words, hit.from() - 1) + ' ' + family);
            features.add("b=" + family + ' ' + at(words, hit.to()));
            if (we) {
                features.add("we " + family);
            }
            if (words.subList(0, hit.from()).stream().anyMatch(NEGATORS::contains)) {
                features.add("not " + family);
            }
            if (at(words, words.size() - 1).equals("?")) {
                features.add("? " + family);
            }
            for (int slot : masked.slots()) {
                if (slot < hit.from() && hit.from() - slot <= REACH) {
                    features.add(words.get(slot) + ".." + family);
                } else if (slot >= hit.to() && slot - hit.to() <= REACH) {
                    features.add(family + ".." + words.get(slot));
                }
            }
        }
    }

    private static String at(List<String> words, int index) {
        return index < 0 ? "^" : index >= words.size() ? "$" : words.get(index);
    }
}
