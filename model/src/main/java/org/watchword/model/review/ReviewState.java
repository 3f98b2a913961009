package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a statement stands, all its decisions together. */
public enum ReviewState {
    /** Nobody has decided. */
    @JsonProperty("unreviewed")
    UNREVIEWED,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("needs-context")
    NEEDS_CONTEXT,
    @JsonProperty("out-of-scope")
    OUT_OF_SCOPE,
    /** Reviewers differ, and nobody has adjudicated. */
    @JsonProperty("disputed")
    DISPUTED;

    /** As written in records and addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All ids, in order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ReviewState::id).toList();
    }

    /** The state that one verdict, undisputed, puts a statement into. */
    public static ReviewState of(Verdict verdict) {
        return switch (verdict) {
            case CONFIRM -> CONFIRMED;
            case REJECT -> REJECTED;
            case NEEDS_CONTEXT -> NEEDS_CONTEXT;
            case OUT_OF_SCOPE -> OUT_OF_SCOPE;
        };
    }
}
