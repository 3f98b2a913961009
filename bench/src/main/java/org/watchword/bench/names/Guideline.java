package org.watchword.bench.names;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.EntityType;

/** By what rules the people who labelled a corpus called something a name, where these are not everybody's. */
enum Guideline {
    /** Names are names, and a state is a place. */
    USUAL {
        @Override
        boolean isName(List<Token> tokens, int from, int to) {
            return true;
        }

        @Override
        boolean takesArticle(Token first) {
            return false;
        }

        @Override
        @Nullable
        EntityType type(@Nullable EntityType type, String name, Set<String> countries) {
            return type;
        }
    },

    /** Whatever stands for somebody is labelled (<i>we</i>, <i>soldiers</i>, <i>the hospital</i>), and a state that acts is an organization. */
    ACTORS {
        @Override
        boolean isName(List<Token> tokens, int from, int to) {
            boolean pronoun = to - from == 1 && tokens.get(from).is("PRON");
            return !pronoun && TrainingText.hasCapital(tokens, from, to);
        }

        @Override
        boolean takesArticle(Token first) {
            return first.surface().equals("The");
        }

        @Override
        @Nullable
        EntityType type(@Nullable EntityType type, String name, Set<String> countries) {
            return type == EntityType.ORGANIZATION && countries.contains(name) ? EntityType.LOCATION : type;
        }
    };

    /** Of a corpus. */
    static Guideline of(String corpus) {
        return corpus.equals("re3d") ? ACTORS : USUAL;
    }

    /** Whether what is labelled from one word to another is a name to us. */
    abstract boolean isName(List<Token> tokens, int from, int to);

    /** Whether a name is labelled together with this article before it, which is none of it to us. */
    abstract boolean takesArticle(Token first);

    /** What we call that which is labelled so; null where it is nothing of ours. */
    abstract @Nullable EntityType type(@Nullable EntityType type, String name, Set<String> countries);
}
