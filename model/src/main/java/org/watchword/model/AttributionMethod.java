package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What in the text ties a quote to its speaker. */
public enum AttributionMethod {
    /** Source, verb, words: <i>she said that …</i>, <i>she said: “…”</i>. */
    @JsonProperty("announced")
    ANNOUNCED,
    /** Words, source, verb: <i>“…,” she said</i>. */
    @JsonProperty("parenthetical")
    PARENTHETICAL,
    /** Words, verb, source: <i>“…,” said Oren</i>. */
    @JsonProperty("inverted")
    INVERTED,
    /** <i>According to the ministry, …</i> */
    @JsonProperty("according-to")
    ACCORDING_TO,
    /** A noun or adjective that takes a clause: <i>his claim that …</i>, <i>she is sure that …</i>. */
    @JsonProperty("nominal")
    NOMINAL,
    /** A name after a dash: <i>“…” — Oren</i>. */
    @JsonProperty("signed")
    SIGNED,
    /** A paragraph before it that ends with a colon. */
    @JsonProperty("colon")
    COLON,
    /** Nothing announces the words; they go on with whoever spoke last. */
    @JsonProperty("continued")
    CONTINUED,
    /** A turn of a transcript: <i>OREN: …</i>. */
    @JsonProperty("turn")
    TURN,
    /** A listed verb form beside the marks, in a language that is read without grammar. */
    @JsonProperty("beside")
    BESIDE,
    /** Nothing: the words have no speaker. */
    @JsonProperty("none")
    NONE
}
