package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * A statement that stood in a digest, counted or shown, and what was last told of it.
 *
 * @param digest id of the digest
 * @param statementId the statement
 * @param documentId its page
 * @param words {@link org.watchword.model.ContentHash#wordsId} of its text
 * @param issue the issue it was first told in
 * @param capturedAt when its bytes were received
 * @param sentAt end of the time that issue covers
 * @param state what was last told of it
 * @param stateIssue the issue that told it
 * @param before what was told of it before that issue
 */
@JsonPropertyOrder({
    "digest",
    "statementId",
    "documentId",
    "words",
    "issue",
    "capturedAt",
    "sentAt",
    "state",
    "stateIssue",
    "before"
})
public record SentStatement(
        String digest,
        String statementId,
        String documentId,
        String words,
        int issue,
        Instant capturedAt,
        Instant sentAt,
        String state,
        int stateIssue,
        String before) {

    /** What readers were last told before an issue: the same however often that issue is built. */
    public String stateBefore(int number) {
        return stateIssue >= number ? before : state;
    }

    /** Told anew by an issue. */
    public SentStatement told(String now, int number) {
        return new SentStatement(
                digest, statementId, documentId, words, issue, capturedAt, sentAt, now, number, stateBefore(number));
    }

    /** {@code digest/statement}. */
    @JsonIgnore
    public String key() {
        return digest + '/' + statementId;
    }
}
