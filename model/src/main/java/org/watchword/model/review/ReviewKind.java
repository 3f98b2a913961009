package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** In which part somebody decides. */
public enum ReviewKind {
    /** As a reviewer: one voice among those that are compared. */
    @JsonProperty("review")
    REVIEW,
    /** As the one who settles what reviewers differ about; stands whatever they say. */
    @JsonProperty("adjudication")
    ADJUDICATION;

    /** As written in records. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
