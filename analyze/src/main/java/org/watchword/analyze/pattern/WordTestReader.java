package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.watchword.analyze.lexicon.Folding;
import org.watchword.analyze.lexicon.Inflection;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.pattern.WordTest.LetterCase;
import org.watchword.model.NearestKey;

/** Reads what a pattern asks of a single word: a form, a lemma, a part of speech, a set, their negation and combination. */
final class WordTestReader {

    /** The parts of speech of Universal Dependencies. */
    private static final Set<String> PARTS_OF_SPEECH = Set.of(
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X");

    private static final int DEEPEST = 50;
    /** After a lone {@code !}, which then is the mark itself. */
    private static final String AFTER_MARK = " |)]?>\0";

    private final String language;
    private final Lexicons lexicons;
    private final Cursor cursor;
    private int depth;

    WordTestReader(String language, Lexicons lexicons, Cursor cursor) {
        this.language = language;
        this.lexicons = lexicons;
        this.cursor = cursor;
    }

    WordTest test() {
        WordTest test = single();
        while (cursor.next() == '&') {
            cursor.skip(1);
            test = new WordTest.Both(test, single());
        }
        return test;
    }

    private WordTest single() {
        int start = cursor.at();
        if (depth >= DEEPEST) {
            throw cursor.error(start, "sets and '!' stand within one another more than " + DEEPEST + " times");
        }
        depth++;
        WordTest test = one(start);
        depth--;
        return test;
    }

    private WordTest one(int start) {
        switch (cursor.next()) {
            case '!' -> {
                cursor.skip(1);
                return AFTER_MARK.indexOf(cursor.next()) >= 0 ? new WordTest.Form("!") : new WordTest.Not(single());
            }
            case '[' -> {
                return set();
            }
            case '#' -> {
                cursor.skip(1);
                return new WordTest.Pos(partOfSpeech(start));
            }
            case '@' -> {
                cursor.skip(1);
                return new WordTest.Listed(list(cursor.word(), start));
            }
            case '~' -> {
                cursor.skip(1);
                String lemma = Folding.fold(cursor.word(), language);
                return new WordTest.Lemma(lemma, language.startsWith("en") ? Inflection.any(lemma) : Set.of(lemma));
            }
            case '=' -> {
                cursor.skip(1);
                String surface = cursor.word();
                return new WordTest.Exact(surface, Folding.fold(surface, language));
            }
            default -> {
                return word();
            }
        }
    }

    private WordTest word() {
        String word = cursor.word();
        if (word.equals("_")) {
            return new WordTest.Any();
        }
        for (LetterCase letters : LetterCase.values()) {
            if (word.equals(letters.sign())) {
                return new WordTest.Case(letters);
            }
        }
        if (word.length() > 1 && word.startsWith("*")) {
            return new WordTest.Suffix(Folding.fold(word.substring(1), language));
        }
        if (word.length() > 2 && word.endsWith("*")) {
            return new WordTest.Prefix(Folding.fold(word.substring(0, word.length() - 1), language));
        }
        return new WordTest.Form(Folding.fold(word, language));
    }

    private WordTest set() {
        int open = cursor.at();
        cursor.skip(1);
        List<WordTest> tests = new ArrayList<>();
        while (!cursor.comes(']')) {
            if (cursor.atEnd()) {
                throw cursor.error(open, "'[' is never closed");
            }
            tests.add(test());
        }
        cursor.skip(1);
        if (tests.isEmpty()) {
            throw cursor.error(open, "the set is empty");
        }
        return new WordTest.OneOf(List.copyOf(tests));
    }

    private String partOfSpeech(int start) {
        String tag = cursor.word().toUpperCase(Locale.ROOT);
        if (!PARTS_OF_SPEECH.contains(tag)) {
            throw cursor.error(start, NearestKey.unknown(tag, PARTS_OF_SPEECH).replace("key", "part of speech"));
        }
        return tag;
    }

    /** @param start where the {@code @} stands */
    WordList list(String name, int start) {
        return lexicons.list(language, name)
                .orElseThrow(() -> cursor.error(
                        start,
                        NearestKey.unknown(name, lexicons.listNames(language)).replace("key", "word list")));
    }
}
