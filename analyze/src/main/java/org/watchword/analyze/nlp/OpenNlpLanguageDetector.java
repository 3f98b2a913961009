package org.watchword.analyze.nlp;

import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import org.watchword.analyze.language.CommonWords;
import org.watchword.analyze.language.LanguageDetector;
import org.watchword.analyze.language.LanguageTags;
import org.watchword.analyze.language.Script;
import org.watchword.analyze.language.TellingLetters;

/**
 * The script or telling letters where they are decisive, OpenNLP's character n-gram model otherwise, small words where that is unsure. Belongs
 * to one thread.
 */
public final class OpenNlpLanguageDetector implements LanguageDetector {

    /** More of a text does not make the answer surer; n-grams of a whole book would cost a second. */
    private static final int SAMPLE = 3_000;

    /** Below this the model guesses. */
    private static final int FEWEST_LETTERS = 24;

    /** Below this small words are surer than it: it takes some sentences for a neighbouring dialect. */
    private static final int UNSURE_LETTERS = 60;

    /** The model spreads its certainty over 183 languages; wrong answers on real sentences stay below this. */
    private static final double LEAST_CONFIDENCE = 0.02;

    private final LanguageDetectorME model;

    public OpenNlpLanguageDetector(NlpModels models) {
        model = new LanguageDetectorME(models.languages());
    }

    @Override
    public String detect(String text) {
        String sample = sample(text);
        int letters = Script.letters(sample);
        if (letters < 4) {
            return UNDETERMINED;
        }
        String byScript = Script.language(sample).orElse(UNDETERMINED);
        if (!byScript.equals(UNDETERMINED)) {
            return byScript;
        }
        if (letters < FEWEST_LETTERS) {
            return CommonWords.language(sample, 1).orElse(UNDETERMINED);
        }
        String byLetters = TellingLetters.language(sample).orElse(UNDETERMINED);
        if (!byLetters.equals(UNDETERMINED)) {
            return byLetters;
        }
        if (letters < UNSURE_LETTERS) {
            Optional<String> byWords = CommonWords.language(sample, 2);
            if (byWords.isPresent()) {
                return byWords.get();
            }
        }
        Language best = model.predictLanguage(sample);
        return best.getConfidence() < LEAST_CONFIDENCE
                ? CommonWords.language(sample, 1).orElse(UNDETERMINED)
                : LanguageTags.fromIso3(best.getLang());
    }

    private static String sample(String text) {
        if (text.length() <= SAMPLE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SAMPLE - 1)) ? SAMPLE - 1 : SAMPLE;
        return text.substring(0, end);
    }
}
