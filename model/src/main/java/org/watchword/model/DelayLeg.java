package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** A part of the way of a document from its page to a search hit. */
public enum DelayLeg {
    /** From the answer's arrival to the record on {@link Topics#DOCUMENTS}: archived, extracted, acknowledged. */
    FETCHED_PUBLISHED("fetched-published"),
    /** From that record to the end of its analysis, waiting for its turn included. */
    PUBLISHED_ANALYZED("published-analyzed"),
    /** From there to the index's answer to its bulk request. */
    ANALYZED_INDEXED("analyzed-indexed"),
    /** From there to the refresh that lets it be found. */
    INDEXED_SEARCHABLE("indexed-searchable"),
    /** From the record to the refresh: what the line takes in all. */
    PUBLISHED_SEARCHABLE("published-searchable");

    private final String id;

    DelayLeg(String id) {
        this.id = id;
    }

    /** As it is written, for example {@code published-searchable}. */
    @JsonValue
    public String id() {
        return id;
    }
}
