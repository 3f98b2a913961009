package org.watchword.analyze.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.entity.EntityFinder;
import org.watchword.analyze.language.EnglishSegmenter;
import org.watchword.analyze.language.IcuSegmenter;
import org.watchword.analyze.language.LanguageDetector;
import org.watchword.analyze.language.LanguageTags;
import org.watchword.analyze.language.LetterCase;
import org.watchword.analyze.language.Segmenter;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.Span;

/** The whole chain from text to names. Belongs to one thread; make one per thread with {@link AnnotatorFactory}. */
public final class OpenNlpAnnotator implements Annotator {

    private static final String ENGLISH = "en";

    private final LanguageDetector detector;
    private final EnglishTagger tagger;
    private final EnglishLemmatizer lemmatizer;
    private final EntityFinder entities;
    private final Segmenter english = new EnglishSegmenter();
    private final Map<String, Segmenter> others = new HashMap<>();

    public OpenNlpAnnotator(NlpModels models, EntityFinder entities) {
        detector = new OpenNlpLanguageDetector(models);
        tagger = new EnglishTagger(models);
        lemmatizer = new EnglishLemmatizer(models);
        this.entities = entities;
    }

    @Override
    public AnnotatedText annotate(String text, @Nullable String language) {
        String tag = language == null || language.isBlank() ? detector.detect(text) : LanguageTags.primary(language);
        Segmenter segmenter = segmenter(tag);
        List<Sentence> sentences = new ArrayList<>();
        for (Span sentence : segmenter.sentences(text)) {
            List<Span> words = segmenter.words(text, sentence);
            sentences.add(new Sentence(sentence.start(), sentence.end(), tokens(text, words, tag)));
        }
        return new AnnotatedText(text, tag, sentences, entities.find(text, tag, sentences));
    }

    private Segmenter segmenter(String tag) {
        if (tag.equals(ENGLISH)) {
            return english;
        }
        // A hostile document may name any language; the few real ones are kept.
        if (others.size() > 64) {
            others.clear();
        }
        return others.computeIfAbsent(tag, IcuSegmenter::new);
    }

    private List<Token> tokens(String text, List<Span> words, String tag) {
        List<Token> tokens = new ArrayList<>(words.size());
        if (words.isEmpty()) {
            return tokens;
        }
        if (!tag.equals(ENGLISH)) {
            for (Span word : words) {
                String surface = word.in(text);
                tokens.add(new Token(word.start(), word.end(), surface, LetterCase.lower(surface, tag), ""));
            }
            return tokens;
        }
        String[] tags = tagger.tag(text, words);
        for (int i = 0; i < tags.length; i++) {
            Span word = words.get(i);
            String lemma = lemmatizer.lemma(EnglishTagger.plain(text, word), tags[i]);
            tokens.add(new Token(word.start(), word.end(), word.in(text), lemma, tags[i]));
        }
        return tokens;
    }
}
