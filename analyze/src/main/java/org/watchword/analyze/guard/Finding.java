package org.watchword.analyze.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
 * A rule's match in its surroundings: what a guard looks at. For one thread: what several guards ask for is kept.
 */
public final class Finding {

    private static final int UNKNOWN = -1;

    private final String text;
    private final String language;
    private final List<Words> sentences;
    private final int sentence;
    private final Words words;
    private final Match match;
    private final Category category;
    private final @Nullable GroupMention target;
    private final List<List<GroupMention>> mentions;
    private final List<Quote> quotes;
    private final @Nullable String speaker;
    private final Map<String, WordList> lists;

    private final Span span;
    private int clauseStart = UNKNOWN;
    private int clauseEnd = UNKNOWN;
    private @Nullable Optional<Quote> quote;
    private @Nullable Optional<Affirmation> affirmation;

    /**
     * A match and all around it.
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
    public Finding(
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
        this.text = text;
        this.language = language;
        this.sentences = sentences;
        this.sentence = sentence;
        this.words = sentences.get(sentence);
        this.match = match;
        this.category = category;
        this.target = target;
        this.mentions = mentions;
        this.quotes = quotes;
        this.speaker = speaker;
        this.lists = lexicons.lists(language);
        this.span = spanOf(words, match, quotes);
    }

    String text() {
        return text;
    }

    String language() {
        return language;
    }

    List<Words> sentences() {
        return sentences;
    }

    int sentence() {
        return sentence;
    }

    Match match() {
        return match;
    }

    Category category() {
        return category;
    }

    public @Nullable GroupMention target() {
        return target;
    }

    List<List<GroupMention>> mentions() {
        return mentions;
    }

    List<Quote> quotes() {
        return quotes;
    }

    @Nullable
    String speaker() {
        return speaker;
    }

    /** What makes the words somebody's own; empty when nothing does. */
    Optional<Affirmation> affirmation() {
        Optional<Affirmation> known = affirmation;
        if (known == null) {
            known = Affirmation.of(this);
            affirmation = known;
        }
        return known;
    }

    /** Words of the sentence of the match. */
    public Words words() {
        return words;
    }

    /** The cue words of a guard in the text's language; none where the language has no such list. */
    WordList cues(String name) {
        WordList list = lists.get(name);
        return list == null ? WordList.EMPTY : list;
    }

    /** The match as offsets into the text; a colon before a quotation is not part of it. */
    public Span span() {
        return span;
    }

    private static Span spanOf(Words words, Match match, List<Quote> quotes) {
        int from = match.from();
        int next = from + 1;
        if (next < match.to() && words.folded(from).equals(":")) {
            int start = words.get(next).start();
            from = quotes.stream().anyMatch(quote -> quote.span().contains(start)) ? next : from;
        }
        return new Span(words.get(from).start(), words.get(match.to() - 1).end());
    }

    /** The quote that holds most of the match; the innermost when quotes nest. */
    public Optional<Quote> quote() {
        Optional<Quote> known = quote;
        if (known == null) {
            known = Optional.ofNullable(around());
            quote = known;
        }
        return known;
    }

    private @Nullable Quote around() {
        Quote best = null;
        for (Quote one : quotes) {
            boolean inside = one.shared(span) * 2 >= span.length();
            if (inside && (best == null || one.span().length() < best.span().length())) {
                best = one;
            }
        }
        return best;
    }

    /** First place in {@code [from, to)} of the sentence where a term of a list starts, or -1. */
    int find(WordList list, int from, int to) {
        return find(words, list, from, to);
    }

    static int find(Words words, WordList list, int from, int to) {
        if (!words.mayHold(list)) {
            return -1;
        }
        for (int at = Math.max(0, from); at < Math.min(to, words.size()); at++) {
            if (!list.endsAt(words, at).isEmpty()) {
                return at;
            }
        }
        return -1;
    }

    /** All places in {@code [from, to)} of the sentence where a term of a list starts. */
    IntStream places(WordList list, int from, int to) {
        return IntStream.iterate(find(list, from, to), at -> at >= 0, at -> find(list, at + 1, to));
    }

    /** Where the match begins, or before it the article or adjective of the group it names. */
    int outerStart() {
        return target == null ? match.from() : Math.max(0, Math.min(match.from(), target.outer()));
    }

    /** The words of a term that {@link #find} found, as they stand in the text. */
    String quoted(Words words, WordList list, int at) {
        List<Integer> ends = list.endsAt(words, at);
        int end = ends.isEmpty() ? at + 1 : ends.get(0);
        return '“' + text.substring(words.get(at).start(), words.get(end - 1).end()) + '”';
    }

    /** End of the clause that holds the match: the next colon, semicolon, dash or {@code but} after it. */
    int clauseEnd() {
        if (clauseEnd == UNKNOWN) {
            WordList breaks = cues("guard-clause-breaks");
            clauseEnd = match.to();
            while (clauseEnd < words.size() && !breaks.hasAt(words, clauseEnd)) {
                clauseEnd++;
            }
        }
        return clauseEnd;
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
            if (words.folded(between).equals(",")) {
                boolean opens = between > at && opening.hasAt(words, between - 1) || opening.hasAt(words, between + 1);
                commas += opens ? 0 : 1;
            }
        }
        return commas % 2 == 0;
    }

    /**
     * Whether the language's cue words tell finite verbs, so that a guard can see clauses. Where they do not, it goes by the cue words of
     * the sentence alone.
     */
    boolean seesClauses() {
        return !cues("guard-finite").isEmpty();
    }

    /** Whether a negator that denies stands up to {@code reach} words before a word, in the same clause. */
    boolean denied(int at, int reach) {
        return Denial.before(this, words, at, Math.max(clauseStart(at), at - reach));
    }

    /** Longest term of a list that starts at a word: one past its last word, or -1. */
    int endOf(WordList list, int at) {
        List<Integer> ends = at < 0 || at >= words.size() ? List.of() : list.endsAt(words, at);
        return ends.isEmpty() ? -1 : ends.get(0);
    }

    /** Start of what is said about the match: as {@link #clauseStart()}, but a colon that announces words is no break. */
    int scopeStart() {
        int start = clauseStart();
        while (start > 0 && words.folded(start - 1).equals(":")) {
            start = clauseStart(start - 1);
        }
        return start;
    }

    /** <i>It is a lie that they are guests: they are thieves</i>: what the cue is about has been said before the colon. */
    boolean saidBeforeColon(int cue) {
        int from = match.from();
        int colon = words.folded(from).equals(":") ? from : from - 1;
        if (cue >= colon || !words.folded(colon).equals(":")) {
            return false;
        }
        WordList finite = cues("guard-finite");
        int that = find(cues("guard-content-clauses"), cue, colon);
        for (int at = that + 1; that >= 0 && at < colon; at++) {
            if (words.get(at).is("VERB") || finite.hasAt(words, at)) {
                return true;
            }
        }
        return false;
    }

    /** Start of the clause that holds a word. */
    int clauseStart(int word) {
        WordList breaks = cues("guard-clause-breaks");
        for (int at = word - 1; at >= 0; at--) {
            if (breaks.hasAt(words, at)) {
                return at + 1;
            }
        }
        return 0;
    }

    /** First place in {@code [from, to)} where a term of a list starts that governs the match, or -1. */
    int findGoverning(WordList list, int from, int to) {
        return places(list, from, to).filter(this::governs).findFirst().orElse(-1);
    }

    /** Start of the clause that holds the match: after the last colon, semicolon, dash or {@code but} before it. */
    int clauseStart() {
        if (clauseStart == UNKNOWN) {
            clauseStart = clauseStart(match.from());
        }
        return clauseStart;
    }
}
