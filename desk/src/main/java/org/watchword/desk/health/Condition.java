package org.watchword.desk.health;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a source is, the worst first. */
public enum Condition {
    /** It was looked at and could never be read. */
    @JsonProperty("never-reached")
    NEVER_REACHED,
    /** The last look could not read it. */
    @JsonProperty("failing")
    FAILING,
    /** It can be read, but most of its pages cannot be had. */
    @JsonProperty("pages-refused")
    PAGES_REFUSED,
    /** It can be read, and has had nothing new for longer than is normal for it. */
    @JsonProperty("silent")
    SILENT,
    /** Nobody has looked at it since yesterday. */
    @JsonProperty("not-looked-at")
    NOT_LOOKED_AT,
    /** It can be read, and publishes as it does. */
    @JsonProperty("well")
    WELL;

    /** Whether somebody should look into it. */
    public boolean isWarning() {
        return this != WELL;
    }
}
