package org.watchword.analyze.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;

/** What a reader has to know of a flag that counts: whose words they are when others only mention them, who tells them, and a metonym. */
public final class Remarks {

    /** Whoever mentions another's words makes them his own. */
    private static final String OWNED = "owned";
    /** The words are told, not quoted. */
    private static final String REPORTED = "reported";
    /** A pronoun, or nothing in the words, stands for the group. */
    private static final String RESOLVED = "resolved";
    /** A land stands for its people. */
    private static final String METONYM = "metonym";

    private Remarks() {}

    /** The remarks on a finding that no guard lowered. */
    public static List<GuardNote> of(Finding finding) {
        List<GuardNote> remarks = new ArrayList<>(0);
        Optional<Quote> quote = finding.quote();
        if (quote.isPresent()) {
            Optional<Affirmation> own = finding.affirmation().filter(Affirmation::outside);
            if (own.isPresent()) {
                remarks.add(new GuardNote(
                        OWNED,
                        "another's words that whoever mentions them makes his own: "
                                + own.get().words()));
            } else if (Affirmation.impersonal(finding, quote.get())) {
                remarks.add(new GuardNote(OWNED, "announced by no person, so the speaker's own"));
            } else if (quote.get().kind() == QuoteKind.INDIRECT && quote.get().speaker() != null) {
                remarks.add(new GuardNote(
                        REPORTED,
                        "told, not quoted word for word, by "
                                + (finding.speaker() == null ? "the outlet" : finding.speaker())));
            }
        }
        GroupMention target = finding.target();
        if (target != null && target.sort() == GroupMention.Sort.PLACE) {
            remarks.add(new GuardNote(
                    METONYM, "“" + target.target().text() + "” names a land; its people may be meant, or its state"));
        }
        if (target != null && target.sort() == GroupMention.Sort.PRONOUN) {
            remarks.add(new GuardNote(RESOLVED, Resolved.reason(finding, target)));
        }
        return remarks;
    }

    /** Whether the words of a flag belong to whoever mentions them. */
    public static boolean owned(Flag flag) {
        return flag.status() == FlagStatus.FLAGGED
                && flag.guards().stream().anyMatch(note -> note.guard().equals(OWNED));
    }
}
