package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a flag counts against the speaker. */
public enum FlagStatus {
    /** The words do what the category says. */
    @JsonProperty("flagged")
    FLAGGED,
    /** A guard fired: the words are there, but the context takes them back. Kept, never deleted. */
    @JsonProperty("context")
    CONTEXT,
    /** No rule saw it: a learned model proposes it for review. It counts against nobody. */
    @JsonProperty("candidate")
    CANDIDATE;

    /** The word in data. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
