package org.watchword.bench.rules;

import java.util.ArrayList;
import java.util.List;
import org.watchword.analyze.language.EnglishSegmenter;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.Span;

/** English text cut into sentences and words, and nothing more: what rules on surface words need. */
final class SurfaceText {

    private SurfaceText() {}

    static AnnotatedText of(String text) {
        EnglishSegmenter segmenter = new EnglishSegmenter();
        List<Sentence> sentences = new ArrayList<>();
        for (Span sentence : segmenter.sentences(text)) {
            List<Token> tokens = new ArrayList<>();
            for (Span word : segmenter.words(text, sentence)) {
                String surface = word.in(text);
                tokens.add(new Token(word.start(), word.end(), surface, surface, ""));
            }
            sentences.add(new Sentence(sentence.start(), sentence.end(), tokens));
        }
        return new AnnotatedText(text, "en", sentences, List.of());
    }
}
