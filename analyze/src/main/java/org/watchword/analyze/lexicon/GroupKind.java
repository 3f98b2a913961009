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
    /** Women and girls: half of mankind, whom every text about persons names. */
    SEX,
    GENDER,
    ORIENTATION,
    DISABILITY;

    /** The word in a lexicon file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
