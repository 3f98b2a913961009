package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer puts right. What the machine found stays beside it as it was.
 *
 * @param speaker who said it; absent when it was right
 * @param target the group it is about; absent when it was right
 * @param category id of the category it belongs to; absent when it was right
 */
@JsonPropertyOrder({"speaker", "target", "category"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Correction(
        @Nullable String speaker,
        @Nullable String target,
        @Nullable String category) {

    /** Everything was right. */
    public static Correction none() {
        return new Correction(null, null, null);
    }

    /** Whether nothing was put right. */
    @JsonIgnore
    public boolean isNone() {
        return speaker == null && target == null && category == null;
    }

    /** This one, and where it says nothing the other. */
    public Correction or(Correction other) {
        return new Correction(
                speaker == null ? other.speaker : speaker,
                target == null ? other.target : target,
                category == null ? other.category : category);
    }
}
