package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.entity.Gazetteer;
import org.watchword.analyze.entity.PersonNames;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Token;
import org.watchword.model.AttributionMethod;
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
        return new Reading(text).quotes();
    }

    /** One text, read once from its first passage to its last. */
    private final class Reading {

        private final AnnotatedText text;
        private final Discourse discourse;
        private final PossibleSpeakers speakers;
        private final Floating floating = new Floating();
        private final QuoteList quotes = new QuoteList();
        /** The paragraph that is a block quotation; its passages are read. */
        private int block = -1;
        /** The last paragraph that was part of a cited text. */
        private int cited = -1;

        Reading(AnnotatedText text) {
            this.text = text;
            speakers = new PossibleSpeakers(language, text.entities());
            discourse = new Discourse(text.text(), text.entities(), PersonNames.of(text, gazetteer), language);
        }

        List<Quote> quotes() {
            List<Span> paragraphs = Paragraphs.of(text.text());
            Iterator<Transcript.Turn> turns =
                    Transcript.turns(text.text(), paragraphs).iterator();
            Transcript.Turn turn = turns.hasNext() ? turns.next() : null;
            for (Passage passage : new Passages(text, language, verbs::isSpeech, verbs::isCue).all()) {
                passage.quotes().forEach(q -> discourse.quoted(new Span(q.open(), q.close())));
                int start = passage.token(0).start();
                noteCitation(passage, paragraphs);
                while (turn != null && turn.content().end() <= start) {
                    turn = turns.hasNext() ? turns.next() : null;
                }
                int end = passage.token(passage.size() - 1).end();
                if (turn != null && turn.label().start() < end && turn.label().end() > start) {
                    open(turn, passage);
                }
                if (turn == null || turn.label().start() >= end) {
                    if (passage.paragraph() == block) {
                        continue;
                    }
                    if (isBlock(passage, paragraphs)) {
                        readBlock(passage, paragraphs.get(passage.paragraph()));
                    } else {
                        read(passage);
                    }
                } else {
                    readWithin(passage, turn);
                }
            }
            return quotes.sorted();
        }

        /** A paragraph that opens with a mark and goes on outside all quotations is one of another text, cited in several. */
        private void noteCitation(Passage passage, List<Span> paragraphs) {
            Token first = passage.token(0);
            boolean marked = first.surface().equals("\"") || first.surface().equals("''");
            if (marked
                    && passage.outside(0)
                    && first.start() == paragraphs.get(passage.paragraph()).start()) {
                if (cited < 0 || cited < passage.paragraph() - 1) {
                    discourse.forget(first.start());
                }
                cited = passage.paragraph();
            }
        }

        /** "The ministry said:" alone in its paragraph, and the next one without marks: the paragraph is what it said. */
        private boolean isBlock(Passage passage, List<Span> paragraphs) {
            Span paragraph = paragraphs.get(passage.paragraph());
            Mention speaker = floating.last();
            return floating.announces(passage)
                    && speaker != null
                    && !speaker.text().equalsIgnoreCase("you")
                    && passage.token(0).start() == paragraph.start()
                    && Blocks.isWhole(text.text(), paragraph)
                    && new EnglishAttributions(passage, language, verbs, speakers)
                            .find()
                            .isEmpty();
        }

        private void readBlock(Passage passage, Span paragraph) {
            Mention speaker = Objects.requireNonNull(floating.last());
            block = passage.paragraph();
            quotes.add(
                    List.of(paragraph),
                    QuoteKind.DIRECT,
                    null,
                    speaker,
                    AttributionMethod.COLON,
                    Confidence.Tie.LOOSE,
                    passage.paragraph(),
                    false);
            quotes.close();
            discourse.spoke(speaker, paragraph.end(), passage.paragraph());
            floating.after(passage, speaker, null);
        }

        private void open(Transcript.Turn turn, Passage passage) {
            Mention mention = labelled(discourse.mention(turn.label(), passage.paragraph()));
            // "Q" and "A" say that somebody speaks, not who.
            boolean known = mention.text().length() > 1;
            quotes.add(new Quote(
                    turn.content().start(),
                    turn.content().end(),
                    List.of(),
                    QuoteKind.DIRECT,
                    new CueSpan(turn.colon(), turn.colon() + 1),
                    known ? mention : null,
                    known ? AttributionMethod.TURN : AttributionMethod.NONE,
                    known ? Confidence.of(AttributionMethod.TURN, QuoteKind.DIRECT, Confidence.Tie.CLOSE) : 0));
            floating.after(passage, null, null);
        }

        /** A label is a name in full; a part of it that was taken for the name says less. */
        private static Mention labelled(Mention label) {
            String name = label.name();
            boolean part = name != null
                    && name.length() < label.text().length()
                    && label.text().startsWith(name + ' ');
            return part ? new Mention(label.start(), label.end(), label.text(), label.text()) : label;
        }

        /** Whom the speaker of a turn quotes. */
        private void readWithin(Passage passage, Transcript.Turn turn) {
            for (Attribution a : new EnglishAttributions(passage, language, verbs, speakers).find()) {
                Span words = span(passage, a.parts().get(0));
                if (a.kind() == QuoteKind.DIRECT
                        && words.start() > turn.content().start()
                        && !isOwnVoice(passage, a)) {
                    add(passage, a);
                }
            }
            quotes.close();
        }

        private void read(Passage passage) {
            EnglishAttributions announcements = new EnglishAttributions(passage, language, verbs, speakers);
            List<Attribution> attributions = announcements.find();
            if (attributions.isEmpty() && goOn(passage)) {
                return;
            }
            boolean[] used = new boolean[passage.quotes().size()];
            Mention announced = null;
            boolean aloud = false;
            for (Attribution a : attributions) {
                use(passage, a, used);
                if (isOwnVoice(passage, a)) {
                    continue;
                }
                Mention speaker = add(passage, a);
                if (a.source() != null) {
                    int end = Math.max(
                            span(passage, a.parts().get(a.parts().size() - 1)).end(),
                            passage.span(a.source().from(), a.source().to()).end());
                    discourse.spoke(speaker, end, passage.paragraph());
                    // "…," said Oren after the minister had promised to come: Oren goes on, not the minister.
                    if (a.kind() != QuoteKind.INDIRECT || !aloud) {
                        announced = a.method() == AttributionMethod.SIGNED ? null : speaker;
                    }
                    aloud |= a.kind() != QuoteKind.INDIRECT;
                }
            }
            for (int q = 0; q < used.length; q++) {
                if (!used[q] && Floating.isSpeech(passage, q)) {
                    goesUnannounced(passage, q, announced);
                }
            }
            TokenRange coming = announcements.announcer();
            floating.after(
                    passage,
                    announced,
                    coming == null
                                    || isRelative(passage.token(coming.from()).lemma())
                                    || speakers.kind(passage, coming) == PossibleSpeakers.Kind.NOTHING
                            ? null
                            : mention(passage, coming));
            if (passage.quotes().isEmpty()) {
                quotes.close();
            }
        }

        /** Whether the passage is nothing but the next part of what was being said. */
        private boolean goOn(Passage passage) {
            if (passage.quotes().size() != 1 || !Floating.isWholePassage(passage, 0)) {
                return false;
            }
            QuotedSpan q = passage.quotes().get(0);
            if (q.end() <= q.start() || !quotes.goesOn(passage.paragraph(), new Span(q.start(), q.end()))) {
                return false;
            }
            Mention speaker = quotes.join(new Span(q.start(), q.end()), passage.paragraph(), isOpen(q));
            if (speaker != null) {
                discourse.spoke(speaker, q.end(), passage.paragraph());
                floating.wentOn(passage.paragraph());
            }
            return true;
        }

        private void goesUnannounced(Passage passage, int q, @Nullable Mention announced) {
            QuotedSpan span = passage.quotes().get(q);
            Mention speaker = floating.speaker(passage, q, announced);
            AttributionMethod method = floating.announcing() ? AttributionMethod.COLON : AttributionMethod.CONTINUED;
            quotes.add(
                    List.of(new Span(span.start(), span.end())),
                    QuoteKind.DIRECT,
                    null,
                    speaker,
                    method,
                    Confidence.Tie.CLOSE,
                    passage.paragraph(),
                    isOpen(span));
            if (speaker != null) {
                floating.wentOn(passage.paragraph());
                discourse.spoke(speaker, span.end(), passage.paragraph());
            }
        }

        private @Nullable Mention add(Passage p, Attribution a) {
            List<Span> parts = new ArrayList<>();
            for (TokenRange part : a.parts()) {
                Span words = span(p, part);
                discourse.quoted(words);
                parts.add(words);
            }
            Mention speaker = speaker(p, a);
            Span cue = a.cue() == null ? null : p.span(a.cue().from(), a.cue().to());
            boolean open = !p.outside(a.to() - 1) && isOpen(p.quotes().get(p.quoted()[a.to() - 1]));
            quotes.add(
                    parts,
                    a.kind(),
                    cue == null ? null : new CueSpan(cue.start(), cue.end()),
                    speaker,
                    a.method(),
                    a.tie(),
                    p.paragraph(),
                    open);
            if (p.outside(a.to() - 1) && a.method() == AttributionMethod.ANNOUNCED) {
                quotes.close();
            }
            return speaker;
        }

        /** A relative pronoun is the source's words; the person is the one it stands for. */
        private @Nullable Mention speaker(Passage p, Attribution a) {
            TokenRange source = a.source();
            if (source == null) {
                return null;
            }
            TokenRange antecedent = a.antecedent();
            if (antecedent == null && isRelative(p.token(source.from()).lemma())) {
                Span words = p.span(source.from(), source.to());
                return new Mention(words.start(), words.end(), words.in(text.text()), null);
            }
            if (antecedent == null) {
                return mention(p, source);
            }
            Span words = p.span(source.from(), source.to());
            Mention meant = mention(p, antecedent);
            return new Mention(words.start(), words.end(), words.in(text.text()), meant.name());
        }

        /** A text, or a person of whom there is no telling who, keeps the words and has no name; "an article by Oren" has his. */
        private Mention mention(Passage p, TokenRange who) {
            Mention mention = discourse.mention(p.span(who.from(), who.to()), p.paragraph());
            PossibleSpeakers.Kind kind = speakers.kind(p, who);
            boolean written = kind == PossibleSpeakers.Kind.TEXT
                    && !mention.text().equals(mention.name())
                    && (mention.text().contains(" by ") || mention.text().contains(" from "));
            return mention.name() == null || kind == PossibleSpeakers.Kind.SOMEBODY || written
                    ? mention
                    : new Mention(mention.start(), mention.end(), mention.text(), null);
        }

        /** "I say that …" outside quotation marks reports nobody: the words are those of whoever speaks around them. */
        private boolean isOwnVoice(Passage p, Attribution a) {
            return a.kind() == QuoteKind.INDIRECT
                    && a.source() != null
                    && discourse.isAuthor(p.span(a.source().from(), a.source().to()));
        }
    }

    private static boolean isRelative(String lemma) {
        return lemma.equals("who") || lemma.equals("which") || lemma.equals("that");
    }

    private static boolean isOpen(QuotedSpan span) {
        return !span.closed();
    }

    private static void use(Passage p, Attribution a, boolean[] used) {
        for (TokenRange part : a.parts()) {
            for (int i = part.from(); i < part.to(); i++) {
                if (!p.outside(i)) {
                    used[p.quoted()[i]] = true;
                }
            }
        }
    }

    /** The words of a part; marks that enclose the whole of it are left out. */
    private static Span span(Passage p, TokenRange part) {
        Span words = p.span(part.from(), part.to());
        int first = p.quoted()[part.from()];
        if (first < 0 || first != p.quoted()[part.to() - 1]) {
            return words;
        }
        QuotedSpan q = p.quotes().get(first);
        return q.end() <= q.start()
                ? words
                : new Span(Math.max(words.start(), q.start()), Math.max(q.start() + 1, Math.min(words.end(), q.end())));
    }
}
