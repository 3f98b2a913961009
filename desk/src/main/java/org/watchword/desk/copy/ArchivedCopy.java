package org.watchword.desk.copy;

/** What came of looking for an archived page. */
public sealed interface ArchivedCopy {

    /**
     * The page, its bytes checked against their digest.
     *
     * @param body HTML without anything that runs, loads or leads elsewhere; the inside of a {@code body} element
     * @param bytes length of the captured payload
     */
    record Found(String body, long bytes) implements ArchivedCopy {}

    /**
     * None.
     *
     * @param reason why, in a sentence
     */
    record Absent(String reason) implements ArchivedCopy {}
}
