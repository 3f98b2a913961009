package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a statement came to its {@link ReviewState}. */
public enum Agreement {
    /** One reviewer has decided; a second has not. */
    @JsonProperty("single")
    SINGLE,
    /** Two or more have, and say the same. */
    @JsonProperty("agreed")
    AGREED,
    /** Two or more have, and differ. */
    @JsonProperty("disputed")
    DISPUTED,
    /** Somebody with the right to has settled it. */
    @JsonProperty("adjudicated")
    ADJUDICATED;

    /** As written in records and addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All ids, in order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Agreement::id).toList();
    }
}
