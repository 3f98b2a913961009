package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Token;
import org.watchword.model.AttributionMethod;
import org.watchword.model.CueSpan;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

/** Direct quotes of a text without tags: marks, listed verb forms beside them, and the capitalised words beside those. Immutable. */
final class MarksQuoteFinder implements QuoteFinder {

    private static final int REACH = 8;
    private static final int FEWEST_WORDS = 4;

    private final QuoteLanguage language;

    MarksQuoteFinder(QuoteLanguage language) {
        this.language = language;
    }

    @Override
    public List<Quote> find(AnnotatedText text) {
        List<Quote> quotes = new ArrayList<>();
        for (Passage p : new Passages(text, language, token -> false).all()) {
            for (int i = 0; i < p.size(); i++) {
                if (!p.outside(i) && (i == 0 || p.quoted()[i - 1] != p.quoted()[i])) {
                    Quote quote = quote(text.text(), p, i);
                    if (quote != null) {
                        quotes.add(quote);
                    }
                }
            }
        }
        return quotes;
    }

    private @Nullable Quote quote(String text, Passage p, int first) {
        int end = p.endOfQuote(first);
        QuotedSpan span = p.quotes().get(p.quoted()[first]);
        int words = 0;
        for (int i = first; i < end; i++) {
            words += Character.isLetterOrDigit(p.token(i).surface().codePointAt(0)) ? 1 : 0;
        }
        int cue = cue(p, first, end);
        if (words < FEWEST_WORDS && (cue < 0 || words < 2) || span.end() <= span.start()) {
            return null;
        }
        Span speaker = cue < 0 ? null : speaker(p, cue);
        Mention mention = speaker == null
                ? null
                : new Mention(speaker.start(), speaker.end(), speaker.in(text), speaker.in(text));
        CueSpan cueSpan =
                cue < 0 ? null : new CueSpan(p.token(cue).start(), p.token(cue).end());
        return new Quote(
                span.start(),
                span.end(),
                List.of(),
                QuoteKind.DIRECT,
                cueSpan,
                mention,
                mention == null ? AttributionMethod.NONE : AttributionMethod.BESIDE,
                mention == null ? 0 : 0.6);
    }

    /** The nearest listed verb form outside the marks, what follows before what precedes. */
    private int cue(Passage p, int first, int end) {
        for (int i = end; i < p.size() && i < end + REACH && p.outside(i); i++) {
            if (isCue(p.token(i))) {
                return i;
            }
        }
        for (int i = first - 1; i >= 0 && i >= first - REACH && p.outside(i); i--) {
            if (isCue(p.token(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isCue(Token token) {
        return language.words(WordClass.FORM).contains(token.lemma())
                || language.words(WordClass.ACCORDING).contains(token.lemma());
    }

    private static @Nullable Span speaker(Passage p, int cue) {
        Span after = capitalized(p, cue + 1, 1);
        return after != null ? after : capitalized(p, cue - 1, -1);
    }

    /** The capitalised run nearest to {@code from} in the direction of {@code step}, at most two small words away. */
    private static @Nullable Span capitalized(Passage p, int from, int step) {
        int i = from;
        int skipped = 0;
        while (i >= 0 && i < p.size() && p.outside(i) && skipped < 3 && !isName(p.token(i))) {
            if (!Character.isLetter(p.token(i).surface().codePointAt(0))) {
                return null;
            }
            i += step;
            skipped++;
        }
        if (i < 0 || i >= p.size() || !p.outside(i) || !isName(p.token(i))) {
            return null;
        }
        int last = i;
        while (last + step >= 0 && last + step < p.size() && p.outside(last + step) && isName(p.token(last + step))) {
            last += step;
        }
        return p.span(Math.min(i, last), Math.max(i, last) + 1);
    }

    private static boolean isName(Token token) {
        String surface = token.surface();
        // Armenian and Cyrillic have case, Georgian and Arabic have none: there no name is told by its shape.
        return Character.isUpperCase(surface.codePointAt(0)) && !surface.equals(surface.toLowerCase(Locale.ROOT));
    }
}
