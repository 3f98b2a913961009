package org.watchword.bench.opinion;

/** What a corpus says of a text, as far as its labels allow. */
enum Label {
    /** Presents a group as less than human. */
    DEGRADING,
    /** Threatens a group, or asks others to harm it. */
    THREATENING,
    /** Hateful, and the label does not tell whether in one of these ways. */
    HATEFUL,
    /** Not hateful. */
    HARMLESS,
    /** Not sexist; whether it is hateful to others was not asked. */
    NOT_SEXIST,
    /** Offensive; whether it degrades or threatens was not asked. */
    UNKNOWN
}
