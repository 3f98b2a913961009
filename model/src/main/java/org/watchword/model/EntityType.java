package org.watchword.model;

/** What kind of thing a name names. */
public enum EntityType {
    PERSON,
    ORGANIZATION,
    LOCATION,
    /** Peoples, faiths, parties, nationalities and other kinds of people. */
    GROUP,
    DATE
}
