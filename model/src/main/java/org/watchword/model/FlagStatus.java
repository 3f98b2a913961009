package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a flag counts against the speaker. */
public enum FlagStatus {
    /** The words do what the category says. */
    @JsonProperty("flagged")
    FLAGGED,
    /** A guard fired: the words are there, but the context takes them back. Kept, never deleted. */
    @JsonProperty("context")
    CONTEXT
}
