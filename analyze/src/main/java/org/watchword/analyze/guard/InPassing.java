package org.watchword.analyze.guard;

import java.util.Optional;
import java.util.Set;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Category;

/**
 * Words for women and girls name persons in passing, as the words for no other group do: <i>the woman</i> is one of them, <i>men and
 * women</i> are everybody, and <i>I hate girls who</i> goes on with what some of them do. Of any group, <i>that Velmari belongs in
 * jail</i> is said of one.
 */
final class InPassing {

    /** What is said of a group for its nature is not said of those whom a clause picks out; a call to hurt some of them is. */
    private static final Set<Category> OF_ALL =
            Set.of(Category.INCITEMENT_DISCRIMINATION, Category.STEREOTYPE_CRIMINAL, Category.SUPERIORITY);

    private InPassing() {}

    static Optional<String> lowers(Finding finding, GroupMention target) {
        if (target.to() == 0) {
            return Optional.empty();
        }
        if (one(finding, target)) {
            return Optional.of("said of one person, not of the group");
        }
        if (!target.isInPassing()) {
            return Optional.empty();
        }
        if (certain(finding, target)) {
            return Optional.of("said of certain persons, not of the group");
        }
        if (everybody(finding, target)) {
            return Optional.of("said of both sexes, which is everybody");
        }
        boolean picked =
                OF_ALL.contains(finding.category()) && finding.endOf(finding.cues("guard-that"), target.to()) > 0;
        return picked
                ? Optional.of("said of those of them who do a certain thing, not of the group")
                : Optional.empty();
    }

    /** <i>The woman</i>, <i>that Velmari</i>; not <i>a woman</i>, who may be any, nor <i>the Velmari</i>, who may be all. */
    private static boolean one(Finding finding, GroupMention target) {
        if (target.sort() != GroupMention.Sort.MEMBER) {
            return false;
        }
        int before = Math.max(0, target.outer() - 1);
        WordList any = finding.cues("guard-any-one");
        return target.isInPassing()
                ? !any.isEmpty() && finding.find(any, before, target.to()) < 0
                : OF_ALL.contains(finding.category())
                        && finding.find(finding.cues("guard-this-one"), before, target.to()) >= 0;
    }

    /** <i>These women disgust me</i>, <i>other women</i>: some that one sees or has named. A call to hurt them is one all the same. */
    private static boolean certain(Finding finding, GroupMention target) {
        String category = finding.category().id();
        return target.sort() != GroupMention.Sort.PRONOUN
                && !category.startsWith("threat.")
                && finding.category() != Category.INCITEMENT_VIOLENCE
                && finding.find(finding.cues("guard-certain"), Math.max(0, target.outer() - 1), target.from()) >= 0;
    }

    /** <i>Both men and women</i>, <i>women or men</i>. */
    private static boolean everybody(Finding finding, GroupMention target) {
        Words words = finding.words();
        int before = target.from() - 2;
        int after = target.to() + 1;
        return before >= 0
                        && joins(finding, target.from() - 1)
                        && finding.cues("guard-men").has(words.get(before))
                || after < words.size()
                        && joins(finding, target.to())
                        && finding.cues("guard-men").has(words.get(after));
    }

    private static boolean joins(Finding finding, int at) {
        return finding.cues("guard-joining").has(finding.words().get(at));
    }
}
