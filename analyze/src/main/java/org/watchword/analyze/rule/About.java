package org.watchword.analyze.rule;

/** Where the group is named of which a rule's words are said. */
public enum About {
    /** In the words themselves: a slot of the pattern. */
    WORDS("words"),
    /** Anywhere in the sentence; of several the nearest. */
    SENTENCE("sentence"),
    /** In the sentence, where the name of its land will do. */
    LAND("land"),
    /** In the sentence, or as the only group in those beside it. */
    TEXT("text");

    private final String id;

    About(String id) {
        this.id = id;
    }

    /** The value of the key {@code about}. */
    public String id() {
        return id;
    }
}
