package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Token;
import org.watchword.model.AttributionMethod;
import org.watchword.model.CueSpan;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

/**
 * Quotes of a text without tags: marks, or dashes that open turns of speech; listed verb forms beside them; and the words beside
 * those. What is told without marks is found by {@link ListedClauses}. Immutable.
 */
final class MarksQuoteFinder implements QuoteFinder {

    private static final int REACH = 9;
    private static final int FEWEST_WORDS = 4;

    private final QuoteLanguage language;

    MarksQuoteFinder(QuoteLanguage language) {
        this.language = language;
    }

    @Override
    public List<Quote> find(AnnotatedText text) {
        return new Reading(text).quotes();
    }

    /** One text, read once from its first passage to its last. */
    private final class Reading {

        private final AnnotatedText text;
        private final FullNames names = new FullNames();
        private final List<Quote> quotes = new ArrayList<>();
        private @Nullable Mention last;
        private @Nullable Mention coming;
        private int lastParagraph = -1;

        Reading(AnnotatedText text) {
            this.text = text;
        }

        List<Quote> quotes() {
            for (Passage p : new Passages(text, language, token -> false, token -> false).all()) {
                BesideSource beside = new BesideSource(p, language);
                for (int i = 0; i < p.size(); i++) {
                    if (!p.outside(i) && (i == 0 || p.quoted()[i - 1] != p.quoted()[i])) {
                        read(p, beside, i);
                    }
                }
                if (p.quotes().isEmpty()) {
                    new ListedClauses(p, language, beside).find().ifPresent(found -> add(p, found));
                }
                coming = p.quotes().isEmpty() ? announcer(p, beside) : null;
            }
            return quotes;
        }

        /** Who is announced to speak in the next passage, when this one ends with a listed verb and a colon or full stop. */
        private @Nullable Mention announcer(Passage p, BesideSource beside) {
            int end = p.size();
            int cue = end - 2;
            boolean led =
                    cue > 0 && !Character.isLetter(p.token(end - 1).surface().codePointAt(0)) && isCue(p, cue);
            TokenRange source = led ? beside.source(cue, end, end) : null;
            boolean colon = p.isMark(end - 1, ":");
            return source == null || !colon && !beside.isNamed(source) ? null : mention(p, source);
        }

        /** Words that are told without marks. */
        private void add(Passage p, Attribution found) {
            TokenRange cue = found.cue();
            TokenRange source = found.source();
            Span words = p.span(found.from(), found.to());
            quotes.add(new Quote(
                    words.start(),
                    words.end(),
                    List.of(),
                    found.kind(),
                    cue == null
                            ? null
                            : new CueSpan(
                                    p.token(cue.from()).start(),
                                    p.token(cue.to() - 1).end()),
                    source == null ? null : mention(p, source),
                    found.method(),
                    Confidence.of(found.method(), found.kind(), found.tie())));
        }

        private void read(Passage p, BesideSource beside, int first) {
            int end = p.endOfQuote(first);
            QuotedSpan span = p.quotes().get(p.quoted()[first]);
            int words = words(p, first, end);
            int cue = cue(p, first, end);
            if (words == 0 || span.end() <= span.start()) {
                return;
            }
            boolean goesOn = cue < 0 && last != null && lastParagraph == p.paragraph() && isAlone(p);
            if (words < FEWEST_WORDS && (cue < 0 || words < 2 && !isTurn(p, first)) && !goesOn) {
                return;
            }
            TokenRange source = cue < 0 ? null : beside.source(cue, first, end);
            boolean announced = cue < 0 && coming != null && isAlone(p);
            Mention speaker = announced ? coming : goesOn ? last : source == null ? null : mention(p, source);
            AttributionMethod method = announced
                    ? AttributionMethod.COLON
                    : goesOn ? AttributionMethod.CONTINUED : AttributionMethod.BESIDE;
            quotes.add(new Quote(
                    span.start(),
                    span.end(),
                    List.of(),
                    QuoteKind.DIRECT,
                    cue < 0
                            ? null
                            : new CueSpan(p.token(cue).start(), p.token(cue).end()),
                    speaker,
                    speaker == null ? AttributionMethod.NONE : method,
                    speaker == null ? 0 : Confidence.of(method, QuoteKind.DIRECT, Confidence.Tie.CLOSE)));
            last = speaker;
            lastParagraph = p.paragraph();
        }

        private Mention mention(Passage p, TokenRange source) {
            Span words = p.span(source.from(), source.to());
            String said = words.in(text.text());
            boolean pronoun = source.to() == source.from() + 1
                    && language.pronouns().containsKey(p.token(source.from()).lemma());
            return new Mention(words.start(), words.end(), said, pronoun ? null : names.of(said));
        }
    }

    private static int words(Passage p, int first, int end) {
        int words = 0;
        for (int i = first; i < end; i++) {
            words += Character.isLetterOrDigit(p.token(i).surface().codePointAt(0)) ? 1 : 0;
        }
        return words;
    }

    /** Whether the passage holds nothing but quotations and punctuation. */
    private static boolean isAlone(Passage p) {
        for (int i = 0; i < p.size(); i++) {
            if (p.outside(i) && Character.isLetterOrDigit(p.token(i).surface().codePointAt(0))) {
                return false;
            }
        }
        return true;
    }

    /** Behind a colon even one word is what was said. */
    private static boolean isTurn(Passage p, int first) {
        return first > 0 && p.isMark(first - 1, ":");
    }

    /** The nearest listed verb form outside the marks, what follows before what precedes. */
    private int cue(Passage p, int first, int end) {
        boolean followed = end < p.size() && p.isMark(end, ",") && end + 1 < p.size() && isCue(p, end + 1);
        boolean led = first > 0 && p.isMark(first - 1, ":") && !followed;
        for (int i = end; !led && i < p.size() && i < end + REACH && p.outside(i) && !isStop(p, i, end); i++) {
            if (isCue(p, i)) {
                return i;
            }
        }
        for (int i = first - 1; i >= 0 && i >= first - REACH - (led ? REACH : 0) && p.outside(i); i--) {
            if (isCue(p, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isStop(Passage p, int i, int end) {
        return i > end && (p.isMark(i, ".") || p.isMark(i, ";") || p.isMark(i, "\u061B"));
    }

    private boolean isCue(Passage p, int i) {
        Token token = p.token(i);
        String word = BesideSource.head(token.lemma());
        return language.words(WordClass.FORM).contains(word)
                || language.words(WordClass.ACCORDING).contains(word)
                || i + 1 < p.size()
                        && language.words(WordClass.ACCORDING)
                                .contains(word + ' ' + p.token(i + 1).lemma());
    }
}
