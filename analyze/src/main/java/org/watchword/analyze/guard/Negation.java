package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;

/**
 * <i>They are not animals</i>; <i>nobody is calling for their expulsion</i>. Not: <i>not only are they animals</i>, <i>nothing but
 * animals</i>, <i>nobody can deny that they are animals</i>. Rules whose own words deny (<i>no mercy for …</i>) leave this guard out.
 */
final class Negation implements Guard {

    private static final int REACH = 9;
    private static final int ADJACENT = 2;
    /** Words between a that-clause's first word and the match. */
    private static final int OPENING = 3;

    private final boolean within;

    /** @param within whether a negator within the words that matched counts: not where a rule's own words deny */
    Negation(boolean within) {
        this.within = within;
    }

    @Override
    public String name() {
        return "negation";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        WordList negators = finding.cues("guard-negators");
        WordList pretended = finding.cues("guard-pretended-negation");
        int start = finding.match().from();
        for (int at = start; within && at < finding.match().to(); at++) {
            if (negators.hasAt(words, at) && pretended.endsAt(words, at).isEmpty()) {
                return reason(finding, negators, at);
            }
        }
        int from = Math.max(finding.clauseStart(), start - REACH);
        if (!finding.seesClauses() || !Questions.asks(finding)) {
            WordList denied = finding.cues("guard-denied-saying");
            for (int at = finding.find(negators, from, start); at >= 0; at = finding.find(negators, at + 1, start)) {
                if (Denial.at(finding, words, at, start)
                        && (at >= start - ADJACENT
                                || finding.find(denied, at, start) >= 0
                                || deniesClause(finding, at))) {
                    return reason(finding, negators, at);
                }
            }
        }
        int nobody = sourceThatIsNobody(finding);
        if (nobody >= 0) {
            return reason(finding, negators, nobody);
        }
        if (answeredNo(finding)) {
            return Optional.of("asked, and answered with no");
        }
        WordList untrue = finding.cues("guard-untrue");
        int at = finding.find(untrue, finding.seesClauses() ? finding.clauseStart() : from, start);
        if (at >= 0 && finding.governs(at) && !finding.denied(at, ADJACENT)) {
            return reason(finding, untrue, at);
        }
        return Optional.empty();
    }

    /** <i>Is it my opinion that …? No.</i> But <i>is it wrong to say that …? No.</i> */
    private static boolean answeredNo(Finding finding) {
        int next = finding.sentence() + 1;
        if (!finding.seesClauses()
                || !Questions.asks(finding)
                || Questions.asserts(finding)
                || next >= finding.sentences().size()) {
            return false;
        }
        Words answer = finding.sentences().get(next);
        return !finding.cues("guard-answers-no").endsAt(answer, 0).isEmpty()
                && (answer.size() < 2 || !answer.get(1).isWord())
                && finding.find(
                                finding.cues("guard-asserting-negation"),
                                finding.clauseStart(),
                                finding.match().from())
                        < 0;
    }

    /** <i>No serious person holds that</i>: the negator before the source of the quote, or -1. */
    private static int sourceThatIsNobody(Finding finding) {
        int start = finding.quote()
                .filter(quote -> quote.kind() == QuoteKind.INDIRECT)
                .map(Quote::speaker)
                .map(Mention::start)
                .orElse(-1);
        Words words = finding.words();
        for (int at = 0; start >= 0 && at < finding.match().from(); at++) {
            if (words.get(at).start() == start) {
                if (finding.seesClauses() && at < finding.clauseStart()) {
                    return -1;
                }
                return Denial.at(finding, words, at, finding.match().from()) ? at : -1;
            }
        }
        return -1;
    }

    /**
     * <i>It does not follow that</i>, <i>there is no evidence that</i>. Not: <i>you do not need to be told to see that</i>, nor the
     * relative clause of <i>there is no crime that they do not commit</i>.
     */
    private static boolean deniesClause(Finding finding, int negator) {
        Words words = finding.words();
        int start = finding.match().from();
        WordList that = finding.cues("guard-that-clause");
        for (int at = start - 1; at > negator && at >= start - OPENING; at--) {
            if (that.has(words.get(at))) {
                boolean clause = finding.cues("guard-denying-adverbs").has(words.get(negator))
                        || finding.find(finding.cues("guard-grounds"), negator, at) >= 0;
                return clause && finding.find(finding.cues("guard-factive"), negator, at) < 0;
            }
        }
        return false;
    }

    private static Optional<String> reason(Finding finding, WordList list, int at) {
        return Optional.of("denied by " + finding.quoted(finding.words(), list, at));
    }
}
