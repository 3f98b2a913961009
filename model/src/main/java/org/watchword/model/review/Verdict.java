package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reviewer holds of a flagged statement, in the order of the keys 1 to 4. */
public enum Verdict {
    /** The words do what the category says, and the named speaker said them. */
    @JsonProperty("confirm")
    CONFIRM,
    /** They do not; needs a reason. */
    @JsonProperty("reject")
    REJECT,
    /** It cannot be told from what is at hand. */
    @JsonProperty("needs-context")
    NEEDS_CONTEXT,
    /** It is not what this collection is about, whether right or not. */
    @JsonProperty("out-of-scope")
    OUT_OF_SCOPE;

    /** As written in records and addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Verdict> find(String id) {
        return Arrays.stream(values()).filter(v -> v.id().equals(id)).findFirst();
    }

    /** All ids, in order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Verdict::id).toList();
    }
}
