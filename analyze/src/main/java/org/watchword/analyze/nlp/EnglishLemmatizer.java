package org.watchword.analyze.nlp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import opennlp.tools.lemmatizer.LemmatizerME;
import org.watchword.model.LowerCase;

/**
 * Dictionary forms of English words. The model is asked about each word alone, which makes the lemma a function of the word and its
 * tag; answers are kept, since the model is three quarters of the cost of a text. Belongs to one thread.
 */
final class EnglishLemmatizer {

    /** About 8 MB at most; a year of news has fewer frequent forms. */
    private static final int KEPT = 60_000;

    private static final Set<String> UNCHANGING =
            Set.of("PUNCT", "SYM", "NUM", "ADP", "CCONJ", "SCONJ", "DET", "INTJ", "X", "ADV");

    private static final Set<String> KEEPING =
            Set.of("misspell", "foretell", "retell", "resell", "outsell", "quell", "enroll", "unroll", "indwell");

    private final LemmatizerME model;
    private final Map<String, String> kept = new LinkedHashMap<>(1024);

    EnglishLemmatizer(NlpModels models) {
        model = new LemmatizerME(models.lemmas());
    }

    /** @param form the word with straight marks */
    String lemma(String form, String tag) {
        String lower = lower(form);
        if (UNCHANGING.contains(tag) && !lower.endsWith("'t")) {
            return lower;
        }
        String key = tag + ' ' + form;
        String known = kept.get(key);
        if (known != null) {
            return known;
        }
        String lemma = ask(form, lower, tag);
        if (kept.size() >= KEPT) {
            // Dropping the oldest entries one by one would reorder on every hit; words come back within a few
            // documents.
            kept.clear();
        }
        kept.put(key, lemma);
        return lemma;
    }

    private String ask(String form, String lower, String tag) {
        String asked = tag.equals("PROPN") ? form : lower;
        String answer = model.lemmatize(new String[] {asked}, new String[] {tag})[0];
        if (answer == null || answer.isBlank() || answer.equals("_") || answer.equals("O")) {
            return lower;
        }
        String lemma = lower(answer);
        // An edit script learned on another word can leave a stump; the form itself is the honest answer then.
        boolean stump = lemma.length() * 2 < lower.length() && lower.length() > 4;
        return stump || lemma.indexOf(' ') >= 0 ? lower : single(lemma, lower, tag);
    }

    /** The model leaves the doubled letter of "expelled" in place; a verb of one syllable ("tell", "poll") has it by nature. */
    private static String single(String lemma, String form, String tag) {
        boolean doubled = (lemma.endsWith("ell") || lemma.endsWith("oll")) && !lemma.equals(form);
        if (!tag.equals("VERB") || !doubled || KEEPING.contains(lemma)) {
            return lemma;
        }
        boolean longer = lemma.substring(0, lemma.length() - 3).chars().anyMatch(c -> "aeiou".indexOf(c) >= 0);
        return longer ? lemma.substring(0, lemma.length() - 1) : lemma;
    }

    private static String lower(String form) {
        return LowerCase.of(form);
    }
}
