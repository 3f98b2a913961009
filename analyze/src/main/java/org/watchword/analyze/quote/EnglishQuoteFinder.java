package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.entity.Gazetteer;
import org.watchword.analyze.entity.PersonNames;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Token;
import org.watchword.model.CueSpan;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

/** Quotes of a tagged text. Immutable. */
final class EnglishQuoteFinder implements QuoteFinder {

    private final QuoteLanguage language;
    private final CueVerbs verbs;
    private final Gazetteer gazetteer;

    EnglishQuoteFinder(QuoteLanguage language, Gazetteer gazetteer) {
        this.language = language;
        verbs = new CueVerbs(language);
        this.gazetteer = gazetteer;
    }

    @Override
    public List<Quote> find(AnnotatedText text) {
        Discourse discourse = new Discourse(text.text(), text.entities(), PersonNames.of(text, gazetteer), language);
        List<Quote> quotes = new ArrayList<>();
        Floating floating = new Floating();
        for (Passage passage : new Passages(text, language, verbs::isSpeech).all()) {
            passage.quotes().forEach(q -> discourse.quoted(new Span(q.open(), q.close())));
            Turn turn = Turn.of(text.text(), passage);
            if (turn != null) {
                Quote quote = turn.quote(discourse, passage.paragraph());
                quotes.add(quote);
                floating.after(passage, quote.speaker(), null);
                continue;
            }
            EnglishAttributions announcements = new EnglishAttributions(passage, language, verbs);
            boolean[] used = new boolean[passage.quotes().size()];
            Mention announced = null;
            for (Attribution a : announcements.find()) {
                use(passage, a, used);
                if (isOwnVoice(passage, a, discourse)) {
                    continue;
                }
                Quote quote = quote(passage, a, discourse);
                quotes.add(quote);
                if (a.source() != null) {
                    int end = Math.max(
                            quote.end(),
                            passage.span(a.source().from(), a.source().to()).end());
                    discourse.spoke(quote.speaker(), end, passage.paragraph());
                    announced = quote.speaker();
                }
            }
            TokenRange coming = announcements.announcer();
            for (int q = 0; q < used.length; q++) {
                if (!used[q] && isSpeech(passage, q)) {
                    Quote quote = floating.quote(passage, q, announced);
                    quotes.add(quote);
                    if (quote.speaker() != null) {
                        discourse.spoke(quote.speaker(), quote.end(), passage.paragraph());
                    }
                }
            }
            floating.after(
                    passage,
                    announced,
                    coming == null
                            ? null
                            : discourse.mention(passage.span(coming.from(), coming.to()), passage.paragraph()));
        }
        quotes.sort(Comparator.comparingInt(Quote::start).thenComparingInt(Quote::end));
        return quotes;
    }

    /** "I say that …" outside quotation marks reports nobody: the words are those of whoever speaks around them. */
    private static boolean isOwnVoice(Passage p, Attribution a, Discourse discourse) {
        return a.kind() == QuoteKind.INDIRECT
                && a.source() != null
                && discourse.isAuthor(p.span(a.source().from(), a.source().to()));
    }

    private static void use(Passage p, Attribution a, boolean[] used) {
        for (int i = a.content().from(); i < a.content().to(); i++) {
            if (!p.outside(i)) {
                used[p.quoted()[i]] = true;
            }
        }
    }

    private static Quote quote(Passage p, Attribution a, Discourse discourse) {
        Span content = p.span(a.content().from(), a.content().to());
        if (a.quote() >= 0) {
            QuotedSpan q = p.quotes().get(a.quote());
            content = new Span(q.start(), q.end());
        }
        discourse.quoted(content);
        Span cue = a.cue() == null ? null : p.span(a.cue().from(), a.cue().to());
        Mention speaker = a.source() == null
                ? null
                : discourse.mention(p.span(a.source().from(), a.source().to()), p.paragraph());
        double confidence = speaker == null ? 0 : a.confidence();
        return new Quote(
                content.start(),
                content.end(),
                a.kind(),
                cue == null ? null : new CueSpan(cue.start(), cue.end()),
                speaker,
                confidence);
    }

    /** A sentence or a weighty part of one; a title, a nickname or a word held at arm's length is not speech, a shout is. */
    private static boolean isSpeech(Passage p, int q) {
        int words = 0;
        boolean verb = false;
        boolean shout = false;
        int last = -1;
        for (int i = 0; i < p.size(); i++) {
            if (p.quoted()[i] == q) {
                Token t = p.token(i);
                words += t.is("PUNCT") ? 0 : 1;
                verb |= t.is("VERB") || t.is("AUX");
                shout |= t.surface().equals("!");
                last = i;
            }
        }
        QuotedSpan span = p.quotes().get(q);
        boolean whole = last + 1 >= p.size() - 1 && p.firstOfQuote(Math.max(last, 0)) == 0;
        return span.end() > span.start()
                && (shout && words >= 2 || words >= 5 && verb || words >= 8 || whole && words >= 2 && verb);
    }

    /** Quotations that nothing announces: they go on with whoever spoke last, when nothing stands between. */
    private static final class Floating {

        private @Nullable Mention last;
        private int lastParagraph = -2;
        private boolean announcing;

        Quote quote(Passage p, int q, @Nullable Mention announced) {
            QuotedSpan span = p.quotes().get(q);
            Mention speaker = announced;
            boolean alone = isWholePassage(p, q) || lastParagraph == p.paragraph() && isLedIn(p, q);
            if (speaker == null
                    && alone
                    && last != null
                    && (lastParagraph == p.paragraph() || lastParagraph == p.paragraph() - 1)) {
                speaker = last;
            }
            double confidence = speaker == null ? 0 : announcing ? 0.8 : 0.7;
            if (speaker != null) {
                lastParagraph = p.paragraph();
            }
            return new Quote(span.start(), span.end(), QuoteKind.DIRECT, null, speaker, confidence);
        }

        /** "And then: “…”", "Then, more quietly: “…”": words of time and manner before a colon name nobody else. */
        private static boolean isLedIn(Passage p, int q) {
            int colon = 0;
            while (colon < p.size() && p.outside(colon) && !p.isMark(colon, ":")) {
                Token t = p.token(colon);
                if (!t.is("ADV") && !t.is("CCONJ") && !t.is("PUNCT") && !t.is("ADP") && !t.is("SCONJ")) {
                    return false;
                }
                colon++;
            }
            for (int i = colon + 1; i < p.size(); i++) {
                if (p.quoted()[i] != q && !p.token(i).is("PUNCT")) {
                    return false;
                }
            }
            return colon > 0 && colon < p.size() && p.isMark(colon, ":");
        }

        /** Words beside the quotation may name somebody in a way that was not understood. */
        private static boolean isWholePassage(Passage p, int q) {
            for (int i = 0; i < p.size(); i++) {
                if (p.quoted()[i] != q && !p.token(i).is("PUNCT")) {
                    return false;
                }
            }
            return true;
        }

        /** @param coming who is announced to speak next, when the passage ends with a colon */
        void after(Passage p, @Nullable Mention speaker, @Nullable Mention coming) {
            Mention now = coming != null ? coming : speaker;
            if (now != null) {
                last = now;
                lastParagraph = p.paragraph();
            }
            announcing = coming != null;
        }
    }
}
