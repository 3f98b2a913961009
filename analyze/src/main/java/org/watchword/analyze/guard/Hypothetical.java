package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * Questions that ask, suppositions, satire, fiction and scripture: for a human to read. Rules on threats under a condition and on questions
 * that assert leave this guard out; of them only what is made up, and a question whether something is said or true, stays for it.
 */
final class Hypothetical implements Guard {

    private static final int DENIAL = 3;

    private final boolean suppositions;

    /** @param suppositions whether questions and conditions count beside what is made up */
    Hypothetical(boolean suppositions) {
        this.suppositions = suppositions;
    }

    @Override
    public String name() {
        return "hypothetical";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        boolean asks = Questions.asks(finding)
                && !Questions.asserts(finding)
                && finding.affirmation().isEmpty();
        WordList inquiring = finding.cues("guard-inquiring");
        if (asks && (suppositions || finding.find(inquiring, 0, finding.match().from()) >= 0)) {
            return Optional.of("it is a question");
        }
        return suppositions
                ? supposed(finding).or(() -> madeUp(finding))
                : madeUp(finding).or(() -> irreal(finding));
    }

    private static Optional<String> supposed(Finding finding) {
        Words words = finding.words();
        Optional<String> torn = TornSentence.before(finding);
        if (torn.isPresent()) {
            return torn.map(end -> "half a sentence: what stands before ends in " + end);
        }
        int start = finding.match().from();
        WordList suppose = finding.cues("guard-suppose");
        WordList none = finding.cues("guard-no-condition");
        int at = threat(finding)
                ? -1
                : finding.places(suppose, finding.clauseStart(), start + 1)
                        .filter(place -> finding.governs(place) && finding.endOf(none, place) < 0)
                        .findFirst()
                        .orElse(-1);
        if (at >= 0 && !answered(finding, at) && finding.find(finding.cues("guard-factive"), at, start) < 0) {
            return Optional.of("supposed: " + finding.quoted(words, suppose, at));
        }
        Optional<String> irreal = irreal(finding);
        if (irreal.isPresent()) {
            return irreal;
        }
        WordList imagined = finding.cues("guard-imagined");
        at = finding.find(imagined, finding.scopeStart(), start + 1);
        if (at >= 0 && !answered(finding, at)) {
            return Optional.of("supposed: " + finding.quoted(words, imagined, at));
        }
        return Optional.empty();
    }

    /** <i>Had I told you that …, you would have thrown me out</i>: nobody told it. */
    private static Optional<String> irreal(Finding finding) {
        Words words = finding.words();
        WordList irreal = finding.cues("guard-irreal");
        int at = finding.find(irreal, finding.clauseStart(), finding.match().from());
        return at >= 0
                        && finding.find(
                                        finding.cues("guard-irreal-outcome"),
                                        finding.match().to(),
                                        words.size())
                                >= 0
                ? Optional.of("supposed: " + finding.quoted(words, irreal, at))
                : Optional.empty();
    }

    private static Optional<String> madeUp(Finding finding) {
        Words words = finding.words();
        WordList inquired = finding.cues("guard-inquired");
        int asked = finding.find(inquired, finding.scopeStart(), finding.match().from());
        if (asked >= 0 && !answered(finding, asked)) {
            return Optional.of("asked, not said: " + finding.quoted(words, inquired, asked));
        }
        WordList fiction = finding.cues("guard-fiction");
        int at = finding.find(fiction, finding.scopeStart(), finding.clauseEnd());
        if (at >= 0 && !finding.denied(at, DENIAL) && finding.affirmation().isEmpty()) {
            return fiction(finding, words, fiction, at);
        }
        int work = FictionWork.before(finding);
        if (work >= 0 && !finding.denied(work, DENIAL) && finding.affirmation().isEmpty()) {
            return fiction(finding, words, finding.cues("guard-works"), work);
        }
        WordList frame = finding.cues("guard-fiction-frame");
        int first = Math.max(0, finding.sentence() - 1);
        int last = Math.min(finding.sentences().size() - 1, finding.sentence() + 1);
        for (int s = first; s <= last; s++) {
            Words near = finding.sentences().get(s);
            at = Finding.find(near, frame, 0, near.size());
            if (at >= 0 && !Denial.before(finding, near, at, at - DENIAL)) {
                return fiction(finding, near, frame, at);
            }
        }
        return Optional.empty();
    }

    /** <i>I am asked whether they may stay, and my answer is that</i> …: the words answer what was asked. */
    private static boolean answered(Finding finding, int asked) {
        return finding.saidBeforeColon(asked)
                || finding.find(
                                finding.cues("guard-answers"),
                                asked,
                                finding.match().from())
                        >= 0;
    }

    /** A threat under a condition is a threat. */
    private static boolean threat(Finding finding) {
        return finding.seesClauses() && finding.category().id().startsWith("threat.");
    }

    private static Optional<String> fiction(Finding finding, Words words, WordList list, int at) {
        return Optional.of("fiction, satire or scripture: " + finding.quoted(words, list, at));
    }
}
