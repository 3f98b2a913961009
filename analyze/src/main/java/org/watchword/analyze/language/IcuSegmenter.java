package org.watchword.analyze.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.watchword.model.Span;

/** Unicode's own boundaries (UAX 29) with ICU's tailoring for a language. */
public final class IcuSegmenter implements Segmenter {

    private final BreakIterator sentences;
    private final BreakIterator words;

    /** @param language BCP 47 tag; an unknown one gets Unicode's defaults */
    public IcuSegmenter(String language) {
        // The suppression list keeps abbreviations from ending a sentence where CLDR has them (de, es, fr, it, pt, ru
        // …).
        sentences = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language + "-u-ss-standard"));
        words = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
    }

    @Override
    public List<Span> sentences(String text) {
        List<Span> found = new ArrayList<>();
        for (Span line : Lines.of(text)) {
            sentences.setText(line.in(text));
            int start = sentences.first();
            for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
                Lines.addTrimmed(text, line.start() + start, line.start() + end, found);
                start = end;
            }
        }
        return found;
    }

    @Override
    public List<Span> words(String text, Span sentence) {
        List<Span> found = new ArrayList<>();
        words.setText(sentence.in(text));
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            Lines.addTrimmed(text, sentence.start() + start, sentence.start() + end, found);
            start = end;
        }
        return found;
    }
}
