package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * The group is protected, honoured or mourned where the words stand: <i>protect Velmaris from those who would drive them out</i>,
 * <i>prevent anyone from killing Velmaris</i>. Not: <i>defend your homes, kill the Velmaris</i>, where others are protected.
 */
final class NeutralMention implements Guard {

    private static final int NEAR = 12;
    private static final int DENIAL = 4;

    @Override
    public String name() {
        return "neutral";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        int start = finding.match().from();
        WordList protecting = finding.cues("guard-protecting");
        WordList preventing = finding.cues("guard-preventing");
        if (!finding.words().mayHold(protecting) && !finding.words().mayHold(preventing)) {
            return Optional.empty();
        }
        if (Questions.nominal(finding) && finding.category().id().startsWith("dehumanization.")) {
            return Optional.empty();
        }
        for (int at = Math.max(finding.clauseStart(), start - NEAR); at < start; at++) {
            int end = finding.endOf(protecting, at);
            if (end > 0 && protectsTarget(finding, end) && !finding.denied(at, DENIAL)) {
                return reason(finding, protecting, at);
            }
            if (finding.endOf(preventing, at) > 0 && fromDoing(finding, at) && !finding.denied(at, DENIAL)) {
                return reason(finding, preventing, at);
            }
        }
        return Optional.empty();
    }

    /** The object of the verb is the target's group, and a word such as <i>from</i>, <i>against</i> or <i>who</i> leads on to the match. */
    private static boolean protectsTarget(Finding finding, int verbEnd) {
        GroupMention target = finding.target();
        if (!finding.seesClauses()) {
            return finding.match().from() - verbEnd < NEAR / 2;
        }
        if (target == null) {
            return false;
        }
        int start = finding.match().from();
        WordList links = finding.cues("guard-protection-links");
        for (GroupMention mention : finding.mentions().get(finding.sentence())) {
            if (mention.outer() <= verbEnd
                    && verbEnd <= mention.from()
                    && mention.target().group().equals(target.target().group())) {
                boolean linked = finding.find(links, mention.to(), start + 1) >= 0;
                return mention.from() >= start || linked;
            }
        }
        return false;
    }

    /** <i>Prevent anyone from</i> killing them. */
    private static boolean fromDoing(Finding finding, int at) {
        Words words = finding.words();
        int start = finding.match().from();
        for (int back = start; back > at && back >= start - 2; back--) {
            if (words.folded(back).equals("from")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> reason(Finding finding, WordList list, int at) {
        return Optional.of("the group is protected or mourned: " + finding.quoted(finding.words(), list, at));
    }
}
