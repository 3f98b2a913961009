package org.watchword.analyze.topology;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * One text a page has had.
 *
 * @param textSha256 names it
 * @param first when it was first captured
 * @param last when it was last captured; later than {@code first} when the page was captured again with the same text
 * @param statements what was stated in it
 */
@JsonPropertyOrder({"textSha256", "first", "last", "statements"})
record Version(String textSha256, Instant first, Instant last, List<Stated> statements) {

    Version {
        statements = List.copyOf(statements);
    }

    Version seenAt(Instant at) {
        return new Version(textSha256, at.isBefore(first) ? at : first, at.isAfter(last) ? at : last, statements);
    }

    /**
     * A statement of a version.
     *
     * @param words with single spaces, so that a reflowed paragraph still holds them
     */
    @JsonPropertyOrder({"id", "words"})
    record Stated(String id, String words) {}
}
