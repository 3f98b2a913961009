package org.watchword.analyze.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.rule.PlainAnnotator;
import org.watchword.analyze.rule.ShippedRules;
import org.watchword.analyze.text.Sentence;

/** Ruling lists out by the first words of their terms saves time and changes no answer. */
class FirstWordsTest {

    private static final Lexicons LEXICONS = ShippedRules.lexicons();

    @Test
    void everyListFindsTheSameTerms() {
        Random random = new Random(3);
        int found = 0;
        for (String language : new String[] {"en", "de", "ru", "tr"}) {
            for (String name : LEXICONS.listNames(language)) {
                WordList list = LEXICONS.listOrEmpty(language, name);
                String text = list.firstWords().stream().limit(30).collect(Collectors.joining(" ")) + " "
                        + someTerm(list, random) + " the plain words.";
                Sentence sentence = new PlainAnnotator()
                        .annotate(text, language)
                        .sentences()
                        .get(0);
                Words plain = Words.of(sentence, language);
                Words quick = Words.of(sentence, language, LEXICONS.firstWords(language));
                assertThat(quick.mayHold(list)).as(name).isTrue();
                for (String other : LEXICONS.listNames(language)) {
                    found += same(LEXICONS.listOrEmpty(language, other), plain, quick);
                }
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void ofAnotherLanguageNoListIsRuledOut() {
        Sentence sentence = new PlainAnnotator()
                .annotate("Die Ratten sind da.", "de")
                .sentences()
                .get(0);
        Words words = Words.of(sentence, "de", LEXICONS.firstWords("de"));
        assertThat(words.mayHold(LEXICONS.listOrEmpty("en", "vermin"))).isTrue();
        assertThat(words.mayHold(LEXICONS.listOrEmpty("de", "no such list"))).isFalse();
    }

    private static int same(WordList list, Words plain, Words quick) {
        int found = 0;
        for (int at = 0; at < plain.size(); at++) {
            assertThat(list.endsAt(quick, at)).as(list.name()).isEqualTo(list.endsAt(plain, at));
            assertThat(list.hasAt(quick, at)).as(list.name()).isEqualTo(list.has(plain.get(at)));
            boolean here = !list.endsAt(plain, at).isEmpty();
            assertThat(!here || quick.mayHold(list)).as(list.name()).isTrue();
            found += here ? 1 : 0;
        }
        return found;
    }

    private static String someTerm(WordList list, Random random) {
        var firsts = list.firstWords().stream().sorted().toList();
        var terms = list.startingWith(firsts.get(random.nextInt(firsts.size())));
        return String.join(" ", terms.get(random.nextInt(terms.size())));
    }
}
