package org.watchword.analyze.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.entity.Aliases;
import org.watchword.analyze.guard.Remarks;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.ContentHash;
import org.watchword.model.Flag;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.Span;
import org.watchword.model.Speaker;
import org.watchword.model.Statement;
import org.watchword.model.Turn;

/**
 * Makes the statements of a text: one per attributed quote, one per flagged sentence outside quotes, and one, without a speaker, per
 * flagged quote that nobody is named for. Stateless.
 *
 * <p>A flag belongs to the innermost attributed quote that contains all its words. Words that run over the edge of a quote are
 * nobody's for certain: they go to the sentence they stand in, lowered to context. So are words that a directly quoted speaker
 * himself quotes from somebody unnamed. Words that whoever mentions them makes his own are his ({@link Remarks#owned}).
 */
public final class StatementBuilder {

    private static final Comparator<Flag> FLAG_ORDER =
            Comparator.comparingInt(Flag::start).thenComparingInt(Flag::end).thenComparing(Flag::rule);

    private final Aliases aliases;

    /** @param aliases the name by which whoever speaks outside the quotes is known */
    public StatementBuilder(Aliases aliases) {
        this.aliases = aliases;
    }

    /**
     * The statements in order of start.
     *
     * @param canonicalUrl names the page in the statements' ids
     * @param textSha256 names the version in the statements' ids
     * @param authors who speaks outside the quotes
     * @throws IndexOutOfBoundsException when a quote or flag runs past the text
     */
    public List<Statement> build(
            AnnotatedText text,
            List<Quote> found,
            List<Flag> flags,
            String canonicalUrl,
            String textSha256,
            Authors authors) {
        // A turn is speech, and no quotation: what is said in it is stated sentence by sentence.
        List<Quote> quotes = found.stream().filter(q -> !authors.isTurn(q)).toList();
        Map<Span, Draft> drafts = new LinkedHashMap<>();
        for (Quote quote : quotes) {
            Mention who = quote.speaker();
            if (who != null && !quote.span().isEmpty()) {
                drafts.putIfAbsent(
                        quote.span(), new Draft(new Speaker(who.text(), who.name(), who.office(), who.country())));
            }
        }
        List<Flag> outside = new ArrayList<>();
        for (Flag flag : flags) {
            Voice voice = Voice.of(flag.span(), Remarks.owned(flag) ? Voice.around(flag.span(), quotes) : quotes);
            Flag weighed = voice.applyTo(flag);
            Quote quote = voice.quote();
            if (quote == null) {
                outside.add(weighed);
            } else {
                drafts.computeIfAbsent(quote.span(), span -> new Draft(null))
                        .flags
                        .add(weighed);
            }
        }
        addSentences(text, outside, authors, drafts);
        return drafts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> statement(text.text(), e.getKey(), e.getValue(), canonicalUrl, textSha256))
                .toList();
    }

    private @Nullable Speaker author(Authors authors, Span words) {
        Speaker author = authors.of(words);
        return author == null || author.name() == null
                ? author
                : new Speaker(author.text(), aliases.name(author.name()), author.office(), author.country());
    }

    /** Flags whose sentences touch share one statement, so that no word is stated twice outside quotes. */
    private void addSentences(AnnotatedText text, List<Flag> flags, Authors authors, Map<Span, Draft> drafts) {
        List<Flag> ordered = flags.stream().sorted(FLAG_ORDER).toList();
        Span open = null;
        List<Flag> members = new ArrayList<>();
        for (Flag flag : ordered) {
            Span around = within(authors.turn(flag.span()), sentencesAround(text, flag.span()));
            if (open != null && open.overlaps(around)) {
                open = new Span(Math.min(open.start(), around.start()), Math.max(open.end(), around.end()));
            } else {
                if (open != null) {
                    drafts.computeIfAbsent(open, span -> new Draft(author(authors, span)))
                            .flags
                            .addAll(members);
                }
                open = around;
                members.clear();
            }
            members.add(flag);
        }
        if (open != null) {
            drafts.computeIfAbsent(open, span -> new Draft(author(authors, span)))
                    .flags
                    .addAll(members);
        }
    }

    /** A sentence that runs over the edge of a turn is cut there: the next words are somebody else's. */
    private static Span within(@Nullable Turn turn, Span sentences) {
        return turn == null
                ? sentences
                : new Span(Math.max(turn.start(), sentences.start()), Math.min(turn.end(), sentences.end()));
    }

    private static Span sentencesAround(AnnotatedText text, Span words) {
        int start = words.start();
        int end = words.end();
        for (Sentence sentence : text.sentences()) {
            if (sentence.start() >= words.end() && !words.isEmpty()) {
                break;
            }
            if (sentence.span().overlaps(words)) {
                start = Math.min(start, sentence.start());
                end = Math.max(end, sentence.end());
            }
        }
        return new Span(start, end);
    }

    private static Statement statement(String text, Span span, Draft draft, String canonicalUrl, String textSha256) {
        draft.flags.sort(FLAG_ORDER);
        return new Statement(
                ContentHash.statementId(canonicalUrl, textSha256, span.start(), span.end()),
                span.start(),
                span.end(),
                span.in(text),
                draft.speaker,
                draft.flags);
    }

    private static final class Draft {

        private final @Nullable Speaker speaker;
        private final List<Flag> flags = new ArrayList<>();

        Draft(@Nullable Speaker speaker) {
            this.speaker = speaker;
        }
    }
}
