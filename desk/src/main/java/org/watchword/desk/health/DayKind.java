package org.watchword.desk.health;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a day tells of a source. */
public enum DayKind {
    /** It was read, and had articles not seen before. */
    @JsonProperty("published")
    PUBLISHED,
    /** It was read, and had nothing new. */
    @JsonProperty("nothing-new")
    NOTHING_NEW,
    /** It was looked at and could not be read: what it published is not known. */
    @JsonProperty("not-reached")
    NOT_REACHED,
    /** Nobody looked: what it published is not known. */
    @JsonProperty("not-looked-at")
    NOT_LOOKED_AT
}
