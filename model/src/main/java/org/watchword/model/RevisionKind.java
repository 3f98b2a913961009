package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an edit did to a page. */
public enum RevisionKind {
    /** Words were only added. */
    @JsonProperty("extended")
    EXTENDED,
    /** Words were only taken away. */
    @JsonProperty("shortened")
    SHORTENED,
    /** Words were replaced, or added in one place and taken away in another. */
    @JsonProperty("reworded")
    REWORDED,
    /** The headline was reworded, and the text left as it was. */
    @JsonProperty("headline")
    HEADLINE,
    /** The words are the same but for punctuation, letter case or the form of their characters. */
    @JsonProperty("marks")
    MARKS,
    /** Only white space and the breaks between paragraphs differ. */
    @JsonProperty("layout")
    LAYOUT;

    /** Whether it changed what the page says, rather than how it is set. */
    public boolean changesWords() {
        return this == EXTENDED || this == SHORTENED || this == REWORDED || this == HEADLINE;
    }
}
