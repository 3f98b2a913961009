package org.watchword.analyze.entity;

/** Grammatical gender of a person as the text gives it away by title or given name. */
public enum Gender {
    MALE,
    FEMALE,
    UNKNOWN
}
