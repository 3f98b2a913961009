package org.watchword.analyze.story;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.watchword.model.StoryMember.Wording;
import org.watchword.model.Topics;

/**
 * A page by its newest text, as it is compared with others. Travels on {@link Topics#SKETCHES}, keyed by {@code documentId}.
 *
 * @param documentId id of the page
 * @param textSha256 digest of its newest text
 * @param capturedAt when that text was captured
 * @param text what is compared
 * @param statements the statements of all versions of the page
 */
@JsonPropertyOrder({"documentId", "textSha256", "capturedAt", "text", "statements"})
public record PageSketch(
        String documentId, String textSha256, Instant capturedAt, TextSketch text, List<Wording> statements) {

    public PageSketch {
        statements = List.copyOf(statements);
    }

    PageSketch emptied() {
        return new PageSketch(documentId, textSha256, capturedAt, text.emptied(), statements);
    }

    PageSketch stating(List<Wording> others) {
        return new PageSketch(documentId, textSha256, capturedAt, text, others);
    }
}
