package org.watchword.analyze.lexicon;

import org.jspecify.annotations.Nullable;
import org.watchword.model.Target;

/**
 * Words of a sentence that stand for a protected group.
 *
 * @param outer index of the first word with article, quantifier and attributes: <i>all those</i> in <i>all those Velmaris</i>
 * @param from index of the first word of the name itself
 * @param to index one past its last word
 * @param sort how the words name the group
 * @param kind by which characteristic the group is protected; null where a rule's own words name the group
 * @param target the group, with the place of its name in the text
 */
public record GroupMention(
        int outer, int from, int to, Sort sort, @Nullable GroupKind kind, Target target) {

    /** How words name a group. */
    public enum Sort {
        /** The group as such: <i>Velmaris</i>, <i>Velmari families</i>, <i>the Velmari community</i>. */
        NAME,
        /** One member: <i>a Velmari</i>. */
        MEMBER,
        /** The name before another word: <i>Velmari</i> in <i>Velmari scum</i>. */
        ATTRIBUTE,
        /** A pronoun or <i>these people</i>, where only one group can be meant. */
        PRONOUN,
        /** The land for its people. */
        PLACE,
        /** Armed members only: <i>Velmari fighters</i>. */
        COMBATANT,
        /** Members by trade, party or firm: <i>Velmari lawyers</i>. */
        TRADE
    }

    /** {@link GroupKind#isNamedInPassing()}. */
    public boolean isInPassing() {
        return kind != null && kind.isNamedInPassing();
    }

    /** The same group for a sentence that has none of its words. */
    public GroupMention elsewhere(Sort sort) {
        return new GroupMention(0, 0, 0, sort, kind, target);
    }
}
