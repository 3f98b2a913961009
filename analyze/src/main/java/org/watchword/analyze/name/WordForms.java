package org.watchword.analyze.name;

import java.util.List;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

/**
 * How the words of one document are written: a word that also stands there in small letters is hardly a name where it begins a
 * sentence. Immutable once built.
 */
final class WordForms {

    /** The word stands somewhere in small letters. */
    static final int SMALL = 1;

    /** The word stands somewhere inside a sentence with a capital. */
    static final int CAPITAL = 2;

    private final int[] keys;
    private final byte[] seen;

    private WordForms(int capacity) {
        keys = new int[capacity];
        seen = new byte[capacity];
    }

    static WordForms of(List<Sentence> sentences) {
        int words = 0;
        for (Sentence sentence : sentences) {
            words += sentence.tokens().size();
        }
        WordForms forms = new WordForms(Integer.highestOneBit(Math.max(words, 8)) * 4);
        for (Sentence sentence : sentences) {
            List<Token> tokens = sentence.tokens();
            if (LetterShape.lettering(tokens) == LetterShape.NORMAL) {
                for (int i = 0; i < tokens.size(); i++) {
                    forms.note(tokens, i);
                }
            }
        }
        return forms;
    }

    private void note(List<Token> tokens, int i) {
        String word = tokens.get(i).surface();
        int letters = LetterShape.letters(word);
        if (letters == LetterShape.SMALL) {
            add(Hash.folded(word, 0, word.length()), SMALL);
        } else if (letters == LetterShape.CAPITALIZED
                && i > 0
                && LetterShape.isWord(tokens.get(i - 1).surface())) {
            add(Hash.folded(word, 0, word.length()), CAPITAL);
        }
    }

    private void add(int key, int what) {
        int slot = slot(key);
        keys[slot] = key;
        seen[slot] |= (byte) what;
    }

    int of(int key) {
        return seen[slot(key)];
    }

    private int slot(int key) {
        int slot = key & keys.length - 1;
        while (seen[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
