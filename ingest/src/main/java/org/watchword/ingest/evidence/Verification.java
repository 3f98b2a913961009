package org.watchword.ingest.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What came of verifying one statement.
 *
 * @param id the statement's id
 * @param checks in the order of the chain; a level may have several
 */
@JsonPropertyOrder({"id", "holds", "checks"})
public record Verification(String id, List<Check> checks) {

    public Verification {
        checks = List.copyOf(checks);
    }

    /** Whether nothing differs. */
    @JsonProperty("holds")
    public boolean holds() {
        return checks.stream().noneMatch(check -> check.outcome() == Check.Outcome.DIFFERS);
    }

    /** The checks that failed. */
    public List<Check> differences() {
        return checks.stream()
                .filter(check -> check.outcome() == Check.Outcome.DIFFERS)
                .toList();
    }
}
