package org.watchword.desk.timeline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementRecord;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Speaker;

/**
 * One quote of a timeline.
 *
 * @param statement as it is indexed
 * @param anchor where the words stand in their page; absent when its text is not at hand, or the format does not ask
 * @param copies statements with the same words in the same story, this one included; 1 when copies are not collapsed
 */
@JsonPropertyOrder({"statement", "anchor", "copies"})
public record TimelineRow(
        StatementRecord statement, @Nullable Anchor anchor, long copies) {

    /** When it was published or, where unknown, captured: what rows are in the order of. */
    public Instant date() {
        Instant published = statement.publishedAt();
        return published == null ? statement.capturedAt() : published;
    }

    /** The speaker's name, or the words that name the speaker; empty when the outlet speaks. */
    public String speaker() {
        Speaker speaker = statement.speaker();
        return speaker == null ? "" : Objects.requireNonNullElse(speaker.name(), speaker.text());
    }

    /** {@code flagged} when one flag counts, {@code context} when none does, else {@code unflagged}. */
    public String status() {
        if (statement.flags().isEmpty()) {
            return "unflagged";
        }
        return counting().findAny().isPresent() ? "flagged" : "context";
    }

    /** Flags that count. */
    Stream<Flag> counting() {
        return statement.flags().stream().filter(flag -> flag.status() == FlagStatus.FLAGGED);
    }

    /** What its flags name, each once, in the order of its flags. */
    List<String> categories() {
        return statement.flags().stream()
                .map(flag -> flag.category().id())
                .distinct()
                .toList();
    }

    /** The groups its flags name. */
    List<String> targets() {
        return statement.flags().stream()
                .flatMap(flag -> flag.target() == null
                        ? Stream.empty()
                        : Stream.of(flag.target().group()))
                .distinct()
                .toList();
    }

    /** Headline or, where there is none, address. */
    String title() {
        String title = statement.title();
        return title == null || title.isBlank() ? statement.url() : title;
    }

    TimelineRow withCopies(long number) {
        return new TimelineRow(statement, anchor, number);
    }
}
