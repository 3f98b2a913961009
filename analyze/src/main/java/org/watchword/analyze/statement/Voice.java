package org.watchword.analyze.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

/**
 * Decides in whose voice a flag's words stand.
 *
 * @param quote the quote whose statement carries the flag; null when it stands in the words outside quotes
 * @param doubt why the flag may not count against anybody; null when it may
 */
record Voice(@Nullable Quote quote, @Nullable String doubt) {

    static final String GUARD = "voice";

    static final String NOBODY_NAMED = "nobody is named as the speaker of the quotation";
    static final String QUOTED_BY_SPEAKER =
            "the speaker quotes these words, and nobody is named as the speaker of that quotation";
    static final String PARTLY_QUOTED = "only a part of the words stands inside a quotation";

    private static final Comparator<Quote> INNERMOST_FIRST = Comparator.<Quote>comparingInt(
                    q -> q.span().length())
            .thenComparing(q -> q.speaker() == null)
            .thenComparing(Quote::start);

    static Voice of(Span words, List<Quote> quotes) {
        List<Quote> around = quotes.stream()
                .filter(q -> q.covers(words))
                .sorted(INNERMOST_FIRST)
                .toList();
        if (around.isEmpty()) {
            boolean cut = quotes.stream().anyMatch(q -> q.shared(words) > 0 && !namesSource(words, q));
            return new Voice(null, cut ? PARTLY_QUOTED : null);
        }
        List<Quote> attributed =
                around.stream().filter(q -> q.speaker() != null).toList();
        if (attributed.isEmpty()) {
            return new Voice(around.get(0), NOBODY_NAMED);
        }
        Quote owner = attributed.get(0);
        boolean quotesAnother = owner.kind() == QuoteKind.DIRECT
                && around.stream()
                        .anyMatch(q -> q.speaker() == null
                                && q.span().length() < owner.span().length());
        return new Voice(owner, quotesAnother ? QUOTED_BY_SPEAKER : null);
    }

    /** <i>The Velmaris plan to slaughter us</i> is said of those it lays the plan to: whoever tells it says so, not they. */
    private static boolean namesSource(Span words, Quote quote) {
        Mention source = quote.speaker();
        return quote.kind() == QuoteKind.INDIRECT
                && source != null
                && source.start() >= words.start()
                && source.end() <= words.end();
    }

    /** The quotes without the innermost that covers the words: who speaks when the words are not left to the one quoted. */
    static List<Quote> around(Span words, List<Quote> quotes) {
        Quote innermost = quotes.stream()
                .filter(q -> q.covers(words))
                .min(INNERMOST_FIRST)
                .orElse(null);
        return quotes.stream().filter(q -> q != innermost).toList();
    }

    /** The flag, lowered to context when this voice is in doubt; a flag already lowered stays as the flagger explained it. */
    Flag applyTo(Flag flag) {
        if (doubt == null || flag.status() == FlagStatus.CONTEXT) {
            return flag;
        }
        List<GuardNote> guards = new ArrayList<>(flag.guards());
        guards.add(new GuardNote(GUARD, doubt));
        return new Flag(
                flag.category(),
                FlagStatus.CONTEXT,
                flag.rule(),
                flag.pack(),
                flag.severity(),
                flag.start(),
                flag.end(),
                flag.target(),
                guards,
                flag.score(),
                flag.opinion());
    }
}
