package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How somebody's words are given. */
public enum QuoteKind {
    /** Word for word, between quotation marks or as a transcript turn. */
    @JsonProperty("direct")
    DIRECT,
    /** In the reporter's words: <i>she said that …</i>. */
    @JsonProperty("indirect")
    INDIRECT,
    /** The reporter's words with quoted fragments in them. */
    @JsonProperty("mixed")
    MIXED
}
