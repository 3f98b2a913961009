package org.watchword.analyze.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.AttributionMethod;
import org.watchword.model.Quote;
import org.watchword.model.Span;
import org.watchword.model.Speaker;
import org.watchword.model.Turn;

/**
 * Who speaks outside quotes.
 *
 * @param speaker who speaks throughout, for a speech; null when the outlet does
 * @param turns who speaks where in a transcript; a turn that names nobody is nobody's, not the document's speaker's
 */
public record Authors(@Nullable String speaker, List<Turn> turns) {

    /** A text whose own words are the outlet's. */
    public static final Authors OUTLET = new Authors(null, List.of());

    public Authors {
        turns = List.copyOf(turns);
    }

    /** Who says these words when no quotation holds them; null when that is the outlet or a person the label does not name. */
    @Nullable
    Speaker of(Span words) {
        Turn turn = turn(words);
        if (turn != null) {
            return turn.speaker() == null ? null : new Speaker(turn.label(), turn.speaker(), turn.office(), null);
        }
        return speaker == null || speaker.isBlank() ? null : new Speaker(speaker, speaker);
    }

    /** The turn that holds these words; null when none does. */
    @Nullable
    Turn turn(Span words) {
        return turns.stream().filter(t -> t.span().contains(words)).findFirst().orElse(null);
    }

    /** Whether a quote is a turn that the page itself marks. */
    boolean isTurn(Quote quote) {
        return quote.method() == AttributionMethod.TURN
                && turns.stream().anyMatch(t -> t.span().overlaps(quote.span()));
    }
}
