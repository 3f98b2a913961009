package org.watchword.desk.rule;

/** What a reader calls the groups that flags are about, whose ids are for machines. Thread-safe. */
@FunctionalInterface
public interface GroupNames {

    /** The ids themselves. */
    GroupNames IDS = id -> id;

    /** Name of a group by its id, {@code Velmaris}; the id of a group that the word lists do not know. */
    String of(String id);
}
