package org.watchword.analyze.guard;

import java.util.Optional;

/** A reason why matching words may accuse nobody. Immutable. */
public interface Guard {

    /** The name in rule files and on flags, for example {@code negation}. */
    String name();

    /** Why the finding is to be lowered to context, naming the words that show it; empty when it stands. */
    Optional<String> lowers(Finding finding);
}
