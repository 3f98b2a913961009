package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How grave a rule's author holds its category of words to be; an ordering aid, never a finding. */
public enum Severity {
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH
}
