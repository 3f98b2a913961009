package org.watchword.analyze.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.watchword.analyze.language.LetterCase;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.Span;

/**
 * Dictionary forms for search. The words of a text are indexed by the lemma each has where it stands; a query word, which stands
 * nowhere, gets the lemma the same tagger and lemmatizer give it as a sentence of its own: {@code attacks} → {@code attack},
 * {@code expelled} → {@code expel}. Thread-safe.
 */
public final class WordLemmas {

    private final ReentrantLock lock = new ReentrantLock();
    private final EnglishTagger tagger;
    private final EnglishLemmatizer lemmatizer;

    public WordLemmas(NlpModels models) {
        tagger = new EnglishTagger(models);
        lemmatizer = new EnglishLemmatizer(models);
    }

    /** The lemma of an English word, lower case; of any other word, its lower case. */
    public String lemma(String word) {
        String form = LetterCase.lower(word.strip(), "en").replace('\u2019', '\'');
        if (form.isEmpty() || !form.chars().allMatch(WordLemmas::isEnglish)) {
            return form;
        }
        lock.lock();
        try {
            String tag = tagger.tag(form, List.of(new Span(0, form.length())))[0];
            return lemmatizer.lemma(form, tag);
        } finally {
            lock.unlock();
        }
    }

    /** The lemmas of the words within {@code part}, marks left out, in text order, separated by single spaces. */
    public static String lemmas(List<Sentence> sentences, Span part) {
        List<String> lemmas = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (!sentence.span().overlaps(part)) {
                continue;
            }
            for (Token token : sentence.tokens()) {
                if (part.contains(token.span()) && isWord(token.lemma())) {
                    lemmas.add(token.lemma());
                }
            }
        }
        return String.join(" ", lemmas);
    }

    private static boolean isWord(String lemma) {
        return lemma.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isEnglish(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '\'' || c == '-');
    }
}
