package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the words of a page were changed after they were first captured. */
public enum PageEdits {
    /** Not that we know. */
    @JsonProperty("none")
    NONE,
    /** Changed, and each time the page said so. */
    @JsonProperty("announced")
    ANNOUNCED,
    /** Changed at least once without a word about it. */
    @JsonProperty("silent")
    SILENT;

    /** The name on the wire, in the index and in addresses. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
