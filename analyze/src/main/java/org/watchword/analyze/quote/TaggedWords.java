package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;
import org.watchword.model.LowerCase;

/**
 * Mends tags of a sentence that the finding of speech hangs on: a name is a name, "’s" after a pronoun is a verb, and a form of a
 * listed verb between a name and a clause is a verb. Reads the entities forwards, so one serves one text.
 */
final class TaggedWords {

    private static final Set<String> CLITIC_VERBS = Set.of("'re", "'ve", "'ll", "'d", "'m");
    private static final Set<String> CLITIC_HOSTS =
            Set.of("he", "she", "it", "that", "there", "who", "what", "here", "this");

    private final List<Entity> entities;
    private final Predicate<Token> speech;
    private final Predicate<Token> cue;
    private final Predicate<String> speaker;
    private int next;

    /**
     * @param speech whether a word is a form of a verb that announces speech
     * @param cue whether it is a form of a verb that announces speech or thought in any way
     * @param speaker whether a word in lower case is for somebody or a body that can speak
     */
    TaggedWords(List<Entity> entities, Predicate<Token> speech, Predicate<Token> cue, Predicate<String> speaker) {
        this.entities = entities;
        this.speech = speech;
        this.cue = cue;
        this.speaker = speaker;
    }

    List<Token> mend(List<Token> tokens) {
        List<Token> mended = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.pos().isEmpty()) {
                String tag = tag(tokens, mended, i);
                token = tag.equals(token.pos())
                        ? token
                        : new Token(token.start(), token.end(), token.surface(), token.lemma(), tag);
            }
            mended.add(token);
        }
        return mended;
    }

    private String tag(List<Token> tokens, List<Token> before, int i) {
        Token token = tokens.get(i);
        if (isName(token)) {
            return "PROPN";
        }
        String word = LowerCase.of(token.surface()).replace('\u2019', '\'');
        Token previous = i == 0 ? null : before.get(i - 1);
        if (previous != null && CLITIC_VERBS.contains(word)) {
            return "AUX";
        }
        if (word.equals("'s") && previous != null && CLITIC_HOSTS.contains(previous.lemma()) && i + 1 < tokens.size()) {
            return "AUX";
        }
        if (token.is("AUX+PART")) {
            return "PART";
        }
        if (word.equals("said")) {
            return "VERB";
        }
        boolean last = i + 1 == tokens.size();
        boolean described =
                token.is("ADJ") || token.is("ADV") || token.is("VERB") && !last && opensVerb(tokens.get(i + 1));
        if (described && (last || !isNominal(tokens.get(i + 1))) && isPerson(token, word, previous)) {
            return "NOUN";
        }
        if (word.equals("another")) {
            return "DET";
        }
        if (last) {
            return token.pos();
        }
        Token following = tokens.get(i + 1);
        if (word.equals("both") && following.is("NOUN")) {
            return "DET";
        }
        if (word.equals("one") && following.is("NOUN")) {
            return "NUM";
        }
        if (isMistakenName(token, previous, following)) {
            return "PROPN";
        }
        if (previous == null) {
            return token.pos();
        }
        if (token.is("VERB")
                && NounPhrases.isPossessive(previous)
                && following.lemma().equals("that")) {
            return "NOUN";
        }
        if (word.endsWith("ly") && previous.is("PROPN") && following.is("VERB") && word.equals(token.surface())) {
            return "ADV";
        }
        if (isMember(tokens, i, previous, following)) {
            return "NOUN";
        }
        if (isOnlyVerb(tokens, i, previous, following)) {
            return "VERB";
        }
        if (word.endsWith("ing") && previous.surface().equals(",") && isMark(following) && speech.test(token)) {
            return "VERB";
        }
        if (opensPredicate(tokens, i, previous, following)) {
            return "VERB";
        }
        if (isBesideSource(tokens, i, previous, following)) {
            return "VERB";
        }
        boolean announces = !token.is("VERB")
                && !token.is("AUX")
                && Character.isLowerCase(token.surface().codePointAt(0))
                && speech.test(token);
        return announces && (isSubject(previous) && opensClause(following) || touchesQuotation(tokens, i))
                ? "VERB"
                : token.pos();
    }

    /** "The accused said", "the deceased was": another verb follows. */
    private static boolean opensVerb(Token following) {
        return following.is("VERB") || following.is("AUX");
    }

    /** "The farmer said", "a senior official, …": taggers take some words that end so for adjectives. */
    private boolean isPerson(Token token, String word, @Nullable Token previous) {
        return previous != null
                && (previous.is("DET") || NounPhrases.isPossessive(previous) || previous.is("ADJ") && token.is("ADJ"))
                && speaker.test(word);
    }

    private static boolean isNominal(Token token) {
        return !token.surface().equals("said") && (NounPhrases.isNoun(token) || token.is("ADJ"));
    }

    /** "The ministers “saw the harbour as a burden”": behind a noun and a mark, a form that no noun has and what it is done to. */
    private static boolean opensPredicate(List<Token> tokens, int i, Token previous, Token following) {
        if (i < 2 || !tokens.get(i).is("NOUN") || !isMark(previous)) {
            return false;
        }
        Token subject = tokens.get(i - 2);
        String word = tokens.get(i).surface();
        String lemma = tokens.get(i).lemma();
        boolean past = !word.equals(lemma) && !word.endsWith("s") && Character.isLowerCase(word.codePointAt(0));
        return past
                && (subject.is("NOUN") || subject.is("PROPN") || subject.is("PRON"))
                && (following.is("NOUN") || following.is("PROPN") || following.is("DET") || following.is("PRON"));
    }

    /** "“…,” remembers Oren": between words that end with a comma and a name. */
    private static boolean isBesideSource(List<Token> tokens, int i, Token previous, Token following) {
        String word = tokens.get(i).surface();
        return i > 1
                && tokens.get(i).is("NOUN")
                && isMark(previous)
                && tokens.get(i - 2).surface().equals(",")
                && (following.is("PROPN")
                        || Character.isUpperCase(following.surface().codePointAt(0)))
                && Character.isLowerCase(word.codePointAt(0))
                && (word.endsWith("s") || word.endsWith("ed"));
    }

    /** "One Liberal warned": an adjective with a capital, and a verb behind it that has no noun of its own. */
    private static boolean isMember(List<Token> tokens, int i, Token previous, Token following) {
        return tokens.get(i).is("ADJ")
                && Character.isUpperCase(tokens.get(i).surface().codePointAt(0))
                && (previous.is("NUM") || previous.is("DET"))
                && following.is("VERB")
                && !following.surface().endsWith("ing")
                && i + 2 < tokens.size()
                && !tokens.get(i + 2).is("NOUN")
                && !tokens.get(i + 2).is("ADJ");
    }

    /** "Oren calls farmers “losers”": a sentence without any other verb. */
    private boolean isOnlyVerb(List<Token> tokens, int i, Token previous, Token following) {
        Token token = tokens.get(i);
        return token.is("NOUN")
                && token.surface().endsWith("s")
                && Character.isLowerCase(token.surface().codePointAt(0))
                && previous.is("PROPN")
                && (following.is("NOUN") || following.is("PROPN") || following.is("DET"))
                && cue.test(token)
                && tokens.stream().noneMatch(t -> t.is("VERB") || t.is("AUX"));
    }

    private static boolean isSubject(Token token) {
        return token.is("PROPN")
                || token.is("PRON") && !token.lemma().equals("that") && !NounPhrases.isPossessive(token);
    }

    /** "…,” recalls Oren", "Oren shrugs: “…": between marks and a name or an article stands the verb that announces. */
    private static boolean touchesQuotation(List<Token> tokens, int i) {
        Token previous = tokens.get(i - 1);
        Token following = tokens.get(i + 1);
        if (i > 1 && isMark(previous) && tokens.get(i - 2).is("PUNCT")) {
            return following.is("PROPN") || following.is("DET") || following.is("PRON");
        }
        if (following.surface().equals(".") && i + 2 == tokens.size()) {
            return endsAnnouncement(tokens, i);
        }
        boolean led = following.surface().equals(":") || following.surface().equals(",");
        return led
                && i + 2 < tokens.size()
                && isMark(tokens.get(i + 2))
                && (isSubject(previous)
                        || Character.isUpperCase(previous.surface().codePointAt(0)));
    }

    /** "“…?” a narrator in the film asks.": no other verb stands between the marks and the end. */
    private static boolean endsAnnouncement(List<Token> tokens, int i) {
        for (int j = i - 1; j > 0; j--) {
            if (tokens.get(j).is("VERB") || tokens.get(j).is("AUX")) {
                return false;
            }
            if (isMark(tokens.get(j)) && tokens.get(j - 1).is("PUNCT")) {
                return i - j > 1;
            }
        }
        return false;
    }

    /** A capital before a verb of speech, or after a name, is a name's, whatever the word means when it is small. */
    private boolean isMistakenName(Token token, @Nullable Token previous, Token following) {
        if (!Character.isUpperCase(token.surface().codePointAt(0)) || !token.is("ADJ") && !token.is("VERB")) {
            return false;
        }
        boolean first = previous == null || isMark(previous);
        boolean subject = first
                && following.is("VERB")
                && speech.test(following)
                && !following.surface().endsWith("ing");
        boolean second = token.is("VERB")
                && previous != null
                && previous.is("PROPN")
                && Character.isUpperCase(previous.surface().codePointAt(0));
        return subject || second;
    }

    private static boolean isMark(Token token) {
        String s = token.surface();
        return s.equals("\u201C")
                || s.equals("\u201D")
                || s.equals("\"")
                || s.equals("\u2019")
                || s.equals("\u2018")
                || s.equals("''")
                || s.equals("'");
    }

    private static boolean opensClause(Token token) {
        return token.lemma().equals("that") || token.is("DET") || token.is("PRON") || token.is("SCONJ");
    }

    private boolean isName(Token token) {
        while (next < entities.size() && entities.get(next).end() <= token.start()) {
            next++;
        }
        if (next >= entities.size() || token.is("PUNCT") || token.is("PART") || token.is("ADP")) {
            return false;
        }
        Entity entity = entities.get(next);
        return entity.start() <= token.start()
                && token.end() <= entity.end()
                && (entity.type() == EntityType.PERSON || token.is("VERB") || token.is("AUX"))
                && Character.isUpperCase(token.surface().codePointAt(0));
    }
}
