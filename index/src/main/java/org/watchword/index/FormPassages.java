package org.watchword.index;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.watchword.model.Span;

/** Cuts out of a text the sentences with words that were found by their dictionary form, where the server, which knows of none, cut nothing. */
final class FormPassages {

    /** Characters before the word that a sentence of greater length is cut to. */
    private static final int BEFORE = Searched.PASSAGE / 3;

    private final FormMarks forms;

    FormPassages(FormMarks forms) {
        this.forms = forms;
    }

    /** The first {@link DocumentHit#MOST_PASSAGES} of them; none where no such word stands. */
    List<DocumentHit.Passage> of(String text) {
        List<DocumentHit.Passage> passages = new ArrayList<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.ROOT);
        sentences.setText(text);
        int told = 0;
        for (Span word : forms.of(text, List.of())) {
            if (word.start() >= told) {
                Span piece = around(word, text, sentences);
                String words = text.substring(piece.start(), piece.end()).strip();
                passages.add(new DocumentHit.Passage(words, forms.of(words, List.of())));
                told = piece.end();
                if (passages.size() == DocumentHit.MOST_PASSAGES) {
                    break;
                }
            }
        }
        return passages;
    }

    private static Span around(Span word, String text, BreakIterator sentences) {
        int start = sentences.preceding(word.start() + 1);
        int end = Math.max(word.end(), sentences.following(word.start()));
        if (end - start <= Searched.PASSAGE) {
            return new Span(start, end);
        }
        int from = Math.max(start, word.start() - BEFORE);
        int to = Math.min(end, Math.max(word.end(), from + Searched.PASSAGE));
        while (from > start && from < word.start() && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        while (to < end && to > word.end() && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return new Span(from, to);
    }
}
