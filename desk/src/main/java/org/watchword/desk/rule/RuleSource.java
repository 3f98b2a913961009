package org.watchword.desk.rule;

import java.util.List;
import java.util.Optional;

/** Where the desk learns what the rules say, and what the groups they speak of are called. Thread-safe. */
@FunctionalInterface
public interface RuleSource {

    /** Every rule this desk can read, by pack and in the pack's order; empty when there are none. */
    List<RuleCard> rules();

    /** Names of the groups in the word lists. */
    default GroupNames groups() {
        return GroupNames.IDS;
    }

    /** The rule with this id. */
    default Optional<RuleCard> rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
