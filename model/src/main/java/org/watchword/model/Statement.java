package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words with their speaker: one per attributed quote, and one per flagged sentence outside quotes.
 *
 * @param id {@link ContentHash#statementId}: not of the rule version, so a replay overwrites
 * @param start first UTF-16 unit in the document's text
 * @param end one past the last unit
 * @param text the words as they stand
 * @param speaker whose words; absent when the text gives nobody: then the outlet speaks
 * @param flags what was found in the words; may be empty for a quote
 */
@JsonPropertyOrder({"id", "start", "end", "text", "speaker", "flags"})
public record Statement(
        String id,
        int start,
        int end,
        String text,
        @Nullable Speaker speaker,
        List<Flag> flags) {

    public Statement {
        flags = List.copyOf(flags);
    }

    public Span span() {
        return new Span(start, end);
    }
}
