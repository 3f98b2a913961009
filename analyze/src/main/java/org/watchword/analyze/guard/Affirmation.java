package org.watchword.analyze.guard;

import java.util.Optional;
import java.util.Set;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Quote;

/**
 * Tells where whoever mentions words makes them his own: <i>some say they are vermin, and they are right</i>; <i>I agree with those who
 * say …</i>; <i>everyone knows that …</i>; <i>it is no exaggeration to say …</i>
 *
 * @param words those that show it, between marks
 * @param outside whether they stand outside the quote that holds the match: then whoever quotes speaks, not the quoted one
 */
record Affirmation(String words, boolean outside) {

    private static final int REACH = 3;
    private static final int OPENING = 6;
    /** What stands before the affirmation when it comes later: <i>he lost his post for it, and he was right</i>. */
    private static final Set<String> JOINING = Set.of("and", "but", ",");

    /** What makes the words of a match somebody's own; empty when nothing does. */
    static Optional<Affirmation> of(Finding finding) {
        Words words = finding.words();
        WordList cues = finding.cues("guard-affirmed");
        for (int at = finding.find(cues, 0, words.size()); at >= 0; at = finding.find(cues, at + 1, words.size())) {
            boolean outside =
                    at < finding.match().from() || at >= finding.match().to();
            int end = outside ? finding.endOf(cues, at) : -1;
            if (end > 0 && !goesOn(words, end) && !finding.denied(at, REACH)) {
                return Optional.of(new Affirmation(
                        finding.quoted(words, cues, at),
                        !inQuote(finding, words.get(at).start())));
            }
        }
        WordList scorned = finding.cues("guard-scorned");
        int start = finding.match().from();
        for (int at = finding.find(scorned, 0, start); at >= 0; at = finding.find(scorned, at + 1, start)) {
            int end = finding.endOf(scorned, at);
            if (finding.find(finding.cues("guard-condemning"), end, end + REACH) >= 0) {
                return Optional.of(new Affirmation(
                        finding.quoted(words, scorned, at),
                        !inQuote(finding, words.get(at).start())));
            }
        }
        Optional<Affirmation> source = finding.quote()
                .flatMap(quote -> bySource(finding, quote))
                .or(() -> OwnAuthority.of(finding).map(authority -> new Affirmation(authority, true)));
        return source.isPresent() ? source : next(finding);
    }

    /** <i>It is right to condemn …</i>, <i>is it true or …</i> affirm nothing. */
    private static boolean goesOn(Words words, int end) {
        String next = words.folded(end);
        return next.equals("to") || next.equals("or") || next.equals("if");
    }

    /** Words announced by a verb that takes them for true: <i>everyone knows that</i>. */
    private static Optional<Affirmation> bySource(Finding finding, Quote quote) {
        if (quote.speaker() == null || quote.cue() == null || finding.speaker() == null) {
            return Optional.empty();
        }
        WordList factive = finding.cues("guard-factive");
        Words words = finding.words();
        for (int at = 0; at < words.size(); at++) {
            int start = words.get(at).start();
            if (start >= quote.cue().start() && start < quote.cue().end()) {
                int verb = finding.find(factive, at, at + REACH);
                return verb < 0
                        ? Optional.empty()
                        : Optional.of(new Affirmation(finding.quoted(words, factive, verb), true));
            }
        }
        return Optional.empty();
    }

    /** Whether nobody says the words but the one who speaks: <i>it is plain to say that</i>, <i>do you not see that</i>. */
    static boolean impersonal(Finding finding, Quote quote) {
        if (quote.speaker() == null || finding.speaker() == null) {
            return false;
        }
        WordList nobody = finding.cues("guard-impersonal");
        int start = quote.speaker().start();
        int end = quote.speaker().end();
        return finding.words().all().stream()
                .anyMatch(word -> word.start() == start
                        && word.end() == end
                        && inClauseOfCue(finding, quote, start)
                        && nobody.has(word)
                        && (Questions.asks(finding)
                                || !word.is("PRON")
                                || !word.folded().startsWith("who")));
    }

    /** <i>It is plain to say that</i>, not <i>it is time to face a regime – one that vows</i>: another clause has another subject. */
    private static boolean inClauseOfCue(Finding finding, Quote quote, int subject) {
        if (quote.cue() == null) {
            return true;
        }
        Words words = finding.words();
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).start() == quote.cue().start()) {
                return words.get(finding.clauseStart(at)).start() <= subject;
            }
        }
        return true;
    }

    /** <i>Some say so. They are right.</i> */
    private static Optional<Affirmation> next(Finding finding) {
        int index = finding.sentence() + 1;
        if (index >= finding.sentences().size()) {
            return Optional.empty();
        }
        Words words = finding.sentences().get(index);
        WordList cues = finding.cues("guard-affirmed-next");
        int at = Finding.find(words, cues, 0, words.size());
        while (at >= OPENING && !JOINING.contains(words.folded(at - 1))) {
            at = Finding.find(words, cues, at + 1, words.size());
        }
        return at < 0 || Denial.before(finding, words, at, 0)
                ? Optional.empty()
                : Optional.of(new Affirmation(
                        finding.quoted(words, cues, at),
                        !inQuote(finding, words.get(at).start())));
    }

    private static boolean inQuote(Finding finding, int offset) {
        return finding.quote().filter(quote -> quote.span().contains(offset)).isPresent();
    }
}
