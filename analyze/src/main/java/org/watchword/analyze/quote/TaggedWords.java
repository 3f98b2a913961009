package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.watchword.analyze.text.Token;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;

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
    private int next;

    /** @param speech whether a word is a form of a verb that announces speech */
    TaggedWords(List<Entity> entities, Predicate<Token> speech) {
        this.entities = entities;
        this.speech = speech;
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
        String word = token.surface().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
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
        boolean named = previous != null
                && (previous.is("PROPN")
                        || previous.is("PRON") && !previous.lemma().equals("that"));
        if (token.is("NOUN")
                && named
                && speech.test(token)
                && i + 1 < tokens.size()
                && opensClause(tokens.get(i + 1))) {
            return "VERB";
        }
        return token.pos();
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
