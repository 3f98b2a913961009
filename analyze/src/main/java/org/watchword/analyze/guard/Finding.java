package org.watchword.analyze.guard;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.Match;
import org.watchword.model.Category;
import org.watchword.model.Quote;
import org.watchword.model.Span;

/**
 * A rule's match in its surroundings: what a guard looks at.
 *
 * @param text the whole text
 * @param language BCP 47 tag
 * @param sentences the sentences of the text
 * @param sentence index of the one that holds the match
 * @param match the words that matched
 * @param category what the rule would indicate
 * @param target the group, when the pattern has a slot for it
 * @param mentions the groups that each sentence names
 * @param quotes all quotes of the text
 * @param speaker who speaks outside the quotes
 */
public record Finding(
        String text,
        String language,
        List<Words> sentences,
        int sentence,
        Match match,
        Category category,
        @Nullable GroupMention target,
        List<List<GroupMention>> mentions,
        List<Quote> quotes,
        @Nullable String speaker,
        Lexicons lexicons) {

    /** Words of the sentence of the match. */
    public Words words() {
        return sentences.get(sentence);
    }

    /** The cue words of a guard in the text's language; none where the language has no such list. */
    WordList cues(String name) {
        return lexicons.listOrEmpty(language, name);
    }

    /** The match as offsets into the text; a colon before a quotation is not part of it. */
    public Span span() {
        int from = match.from();
        int next = from + 1;
        if (next < match.to() && words().folded(from).equals(":")) {
            int start = words().get(next).start();
            from = quotes.stream().anyMatch(quote -> quote.span().contains(start)) ? next : from;
        }
        return new Span(words().get(from).start(), words().get(match.to() - 1).end());
    }

    /** The quote that holds most of the match; the innermost when quotes nest. */
    public Optional<Quote> quote() {
        Span span = span();
        Quote best = null;
        for (Quote quote : quotes) {
            boolean inside = quote.shared(span) * 2 >= span.length();
            if (inside && (best == null || quote.span().length() < best.span().length())) {
                best = quote;
            }
        }
        return Optional.ofNullable(best);
    }

    /** First place in {@code [from, to)} of the sentence where a term of a list starts, or -1. */
    int find(WordList list, int from, int to) {
        return find(words(), list, from, to);
    }

    static int find(Words words, WordList list, int from, int to) {
        for (int at = Math.max(0, from); at < Math.min(to, words.size()); at++) {
            if (!list.endsAt(words, at).isEmpty()) {
                return at;
            }
        }
        return -1;
    }

    /** The words of a term that {@link #find} found, as they stand in the text. */
    String quoted(Words words, WordList list, int at) {
        List<Integer> ends = list.endsAt(words, at);
        int end = ends.isEmpty() ? at + 1 : ends.get(0);
        return '“' + text.substring(words.get(at).start(), words.get(end - 1).end()) + '”';
    }

    /** End of the clause that holds the match: the next colon, semicolon, dash or {@code but} after it. */
    int clauseEnd() {
        WordList breaks = cues("guard-clause-breaks");
        for (int at = match.to(); at < words().size(); at++) {
            if (breaks.has(words().get(at))) {
                return at;
            }
        }
        return words().size();
    }

    /**
     * Whether a word before the match can govern it: no comma stands between them, or an even number, which sets off a parenthesis.
     * <i>If you ask me, they are rats</i> supposes nothing. A comma beside a word of {@code guard-complementizers} does not count: in
     * many languages one stands before every clause.
     */
    boolean governs(int at) {
        WordList opening = cues("guard-complementizers");
        int commas = 0;
        for (int between = at; between < match.from(); between++) {
            boolean opens =
                    between > at && opening.has(words().get(between - 1)) || opening.has(words().get(between + 1));
            commas += words().folded(between).equals(",") && !opens ? 1 : 0;
        }
        return commas % 2 == 0;
    }

    /**
     * Whether the language's cue words tell finite verbs, so that a guard can see clauses. Where they do not, it goes by the cue words of
     * the sentence alone.
     */
    boolean seesClauses() {
        return !cues("guard-finite").firstWords().isEmpty();
    }

    /** Whether a negator that denies stands up to {@code reach} words before a word, in the same clause. */
    boolean denied(int at, int reach) {
        return Denial.before(this, words(), at, Math.max(clauseStart(at), at - reach));
    }

    /** Longest term of a list that starts at a word: one past its last word, or -1. */
    int endOf(WordList list, int at) {
        List<Integer> ends = at < 0 || at >= words().size() ? List.of() : list.endsAt(words(), at);
        return ends.isEmpty() ? -1 : ends.get(0);
    }

    /** Start of what is said about the match: as {@link #clauseStart()}, but a colon that announces words is no break. */
    int scopeStart() {
        int start = clauseStart();
        while (start > 0 && words().folded(start - 1).equals(":")) {
            start = clauseStart(start - 1);
        }
        return start;
    }

    /** Start of the clause that holds a word. */
    int clauseStart(int word) {
        WordList breaks = cues("guard-clause-breaks");
        for (int at = word - 1; at >= 0; at--) {
            if (breaks.has(words().get(at))) {
                return at + 1;
            }
        }
        return 0;
    }

    /** First place in {@code [from, to)} where a term of a list starts that governs the match, or -1. */
    int findGoverning(WordList list, int from, int to) {
        for (int at = find(list, from, to); at >= 0; at = find(list, at + 1, to)) {
            if (governs(at)) {
                return at;
            }
        }
        return -1;
    }

    /** Start of the clause that holds the match: after the last colon, semicolon, dash or {@code but} before it. */
    int clauseStart() {
        return clauseStart(match.from());
    }
}
