package org.watchword.bench.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Token;

/**
 * Words and phrases as frequent as in some texts: each is drawn from a place chosen evenly among all places of the texts. A phrase has 3
 * to 6 words of one sentence, letters only, at least one of them not among the 150 commonest, because nobody writes a rule of those alone.
 * The same seed draws the same.
 */
final class Wording {

    private static final int COMMON = 150;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 6;

    private final List<List<String>> sentences = new ArrayList<>();
    private final Set<String> common;
    private final Random random;

    Wording(List<AnnotatedText> texts, long seed) {
        random = new Random(seed);
        Map<String, Integer> counts = new HashMap<>();
        for (AnnotatedText text : texts) {
            text.sentences().forEach(sentence -> {
                List<String> words = sentence.tokens().stream()
                        .map(Token::surface)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
                sentences.add(words);
                words.forEach(word -> counts.merge(word, 1, Integer::sum));
            });
        }
        common = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(COMMON)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Distinct phrases. */
    List<List<String>> phrases(int number) {
        Set<List<String>> phrases = new LinkedHashSet<>();
        while (phrases.size() < number) {
            List<String> sentence = sentence();
            int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
            if (sentence.size() > length) {
                int from = random.nextInt(sentence.size() - length);
                List<String> words = List.copyOf(sentence.subList(from, from + length));
                if (words.stream().allMatch(Wording::letters) && !common.containsAll(words)) {
                    phrases.add(words);
                }
            }
        }
        return List.copyOf(phrases);
    }

    /** A word that is not among the commonest; the same one may come again. */
    String word() {
        while (true) {
            List<String> sentence = sentence();
            String word = sentence.get(random.nextInt(sentence.size()));
            if (letters(word) && !common.contains(word)) {
                return word;
            }
        }
    }

    /** Long sentences are chosen more often: all words have the same chance. */
    private List<String> sentence() {
        while (true) {
            List<String> sentence = sentences.get(random.nextInt(sentences.size()));
            if (random.nextInt(60) < sentence.size()) {
                return sentence;
            }
        }
    }

    private static boolean letters(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
