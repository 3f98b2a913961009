package org.watchword.analyze.lexicon;

import java.util.Locale;

/** By which characteristic a group is protected. */
public enum GroupKind {
    NATIONALITY,
    PEOPLE,
    RELIGION,
    CASTE,
    RACE,
    MIGRATION,
    /** Women and girls. */
    SEX,
    GENDER,
    ORIENTATION,
    DISABILITY;

    /**
     * Whether nearly every text about persons names some of the group, so that being named says little: a text with a woman in it need not
     * be about women.
     */
    public boolean isNamedInPassing() {
        return this == SEX;
    }

    /** The word in a lexicon file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
