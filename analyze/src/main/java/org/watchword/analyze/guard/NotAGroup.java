package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupKind;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Category;

/** The target is no protected group as such: members by trade, party or firm, or only <i>some</i> of them. */
final class NotAGroup implements Guard {

    private static final int LIKE = 3;

    @Override
    public String name() {
        return "not-a-group";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        GroupMention target = finding.target();
        if (target == null) {
            return Optional.empty();
        }
        if (target.sort() == GroupMention.Sort.TRADE && !extended(finding, target)) {
            return Optional.of("“" + target.target().text() + "” are a trade, party or firm, not the group");
        }
        Optional<String> inPassing = InPassing.lowers(finding, target);
        if (inPassing.isPresent()) {
            return inPassing;
        }
        Words words = finding.words();
        int last = finding.match().to() - 1;
        if (target.to() == last && goodsOfState(finding, target, last)) {
            return Optional.of("“" + words.get(last).surface() + "” of a state, not its people");
        }
        if (thoseWho(finding, target)) {
            return Optional.of("said of those of them who did a certain thing, not of the group");
        }
        WordList some = finding.cues("guard-some");
        for (int at = Math.max(0, target.outer() - 3); at < target.from(); at++) {
            for (int end : some.endsAt(words, at)) {
                if (end >= target.outer() && !words.folded(at - 1).equals("of")) {
                    return Optional.of("said of " + finding.quoted(words, some, at) + " of them, not of the group");
                }
            }
        }
        return Optional.empty();
    }

    /** <i>Boycott Torvani goods</i>, of a nation; a faith or a people without a state sells none. */
    private static boolean goodsOfState(Finding finding, GroupMention target, int head) {
        return finding.category() == Category.INCITEMENT_DISCRIMINATION
                && target.kind() == GroupKind.NATIONALITY
                && finding.cues("guard-goods").has(finding.words().get(head));
    }

    /** <i>Velmari bankers are leeches, like all Velmaris</i>: the trade is only where it begins. */
    private static boolean extended(Finding finding, GroupMention target) {
        WordList all = finding.cues("guard-like-all");
        return finding.mentions().get(finding.sentence()).stream()
                .filter(mention -> mention.from() >= target.to()
                        && mention.target().group().equals(target.target().group()))
                .anyMatch(mention -> finding.find(all, mention.outer() - LIKE, mention.outer() + 1) >= 0);
    }

    /**
     * <i>Those Velmaris who sold him the pills</i>, <i>immigrants who commit crimes</i>: a deed that is past, or against the law, picks some
     * out. Not <i>those Velmaris who flood our country</i>, nor <i>who killed our fathers</i>, which lays the deed on all.
     */
    private static boolean thoseWho(Finding finding, GroupMention target) {
        Words words = finding.words();
        int who = target.to();
        if (who + 1 >= words.size() || !finding.cues("guard-that").has(words.get(who))) {
            return false;
        }
        if (finding.endOf(finding.cues("guard-offending"), who + 1) > 0) {
            return true;
        }
        boolean those = finding.find(finding.cues("guard-those"), Math.max(0, target.outer() - 1), target.from()) >= 0;
        if (!those) {
            return false;
        }
        int end = finding.endOf(finding.cues("guard-deeds"), who + 1);
        return end > 0 && (end >= words.size() || !finding.cues("guard-ours").has(words.get(end)));
    }
}
