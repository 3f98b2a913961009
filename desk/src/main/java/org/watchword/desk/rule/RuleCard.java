package org.watchword.desk.rule;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.watchword.model.Category;
import org.watchword.model.Severity;
import org.watchword.model.Span;

/**
 * A rule explained.
 *
 * @param id as flags carry it
 * @param pack with its version, as flags carry it
 * @param language BCP 47 tag
 * @param category what a match indicates
 * @param severity how grave its author holds such words to be
 * @param status {@code experimental}, {@code stable} or {@code deprecated}
 * @param description what it finds, in a sentence
 * @param author who answers for it
 * @param date when it was last changed, ISO 8601
 * @param references where it comes from
 * @param patterns as written; any of them matches
 * @param guards names of what may lower its matches
 * @param matches what it must find
 * @param contexts what it must find and lower to context
 * @param passes what it must not find
 * @param falsePositives known cases in which it errs
 */
@JsonPropertyOrder({
    "id",
    "pack",
    "language",
    "category",
    "severity",
    "status",
    "description",
    "author",
    "date",
    "references",
    "patterns",
    "guards",
    "matches",
    "contexts",
    "passes",
    "falsePositives"
})
public record RuleCard(
        String id,
        String pack,
        String language,
        Category category,
        Severity severity,
        String status,
        String description,
        String author,
        String date,
        List<String> references,
        List<String> patterns,
        List<String> guards,
        List<Example> matches,
        List<Example> contexts,
        List<Example> passes,
        List<String> falsePositives) {

    /**
     * A text with the words it is about.
     *
     * @param span the words; the whole text where none are marked
     */
    @JsonPropertyOrder({"text", "span"})
    public record Example(String text, Span span) {}
}
