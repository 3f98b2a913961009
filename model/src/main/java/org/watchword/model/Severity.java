package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How grave a rule's author holds its category of words to be; an ordering aid, never a finding. */
public enum Severity {
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH;

    /** As written in records: {@code low}, {@code medium}, {@code high}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
