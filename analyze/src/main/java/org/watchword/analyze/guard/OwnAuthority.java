package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.QuoteKind;

/** <i>Our oath says that …</i>, <i>as our founders put it, …</i>: whoever appeals to what is his own says what it says. */
final class OwnAuthority {

    /** Words between the owner and what is owned, and from that to the verb. */
    private static final int REACH = 4;

    private OwnAuthority() {}

    /** The words that show it, between marks; empty when nothing does. */
    static Optional<String> of(Finding finding) {
        boolean direct = finding.quote()
                .filter(quote -> quote.kind() != QuoteKind.INDIRECT)
                .isPresent();
        if (direct || finding.speaker() == null || regretted(finding)) {
            return Optional.empty();
        }
        WordList owners = finding.cues("guard-own-texts");
        return finding.places(owners, finding.scopeStart(), finding.match().from())
                .filter(at -> asOurs(finding, at) || ownText(finding, at))
                .mapToObj(at -> finding.quoted(finding.words(), owners, at))
                .findFirst();
    }

    /** <i>Our law says so, and I am ashamed of it.</i> */
    private static boolean regretted(Finding finding) {
        WordList regret = finding.cues("guard-regretted");
        int next = finding.sentence() + 1;
        boolean later = next < finding.sentences().size()
                && Finding.find(
                                finding.sentences().get(next),
                                regret,
                                0,
                                finding.sentences().get(next).size())
                        >= 0;
        return later
                || finding.find(regret, finding.match().to(), finding.words().size()) >= 0;
    }

    /** <i>As our fathers said</i>, not <i>as our opponents say</i>. */
    private static boolean asOurs(Finding finding, int owner) {
        Words words = finding.words();
        int end = Math.min(owner + 1 + REACH, finding.match().from());
        return owner > 0
                && finding.cues("guard-as").has(words.get(owner - 1))
                && finding.find(finding.cues("guard-saying-verbs"), owner + 1, end + 1) >= 0
                && finding.find(finding.cues("guard-rivals"), owner + 1, end) < 0;
    }

    /** <i>Our oath says</i>: the text of one's own is the subject of the verb. */
    private static boolean ownText(Finding finding, int owner) {
        WordList own = finding.cues("guard-own-sources");
        int text = finding.find(
                own, owner + 1, Math.min(owner + 1 + REACH, finding.match().from()));
        if (text < 0 && owner >= 2 && finding.words().folded(owner - 1).equals("of")) {
            text = finding.find(own, owner - 2, owner - 1) < 0 ? -1 : owner;
        }
        int verb = text < 0 ? -1 : finding.find(finding.cues("guard-saying-verbs"), text + 1, text + REACH);
        return verb >= 0 && verb < finding.match().from() && !finding.denied(verb, REACH);
    }
}
