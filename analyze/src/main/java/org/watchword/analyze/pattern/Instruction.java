package org.watchword.analyze.pattern;

import java.util.Set;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.model.EntityType;

/** A step of a {@link Program}; all but {@link Fork} and {@link Goto} go on at the next one. */
sealed interface Instruction {

    record Take(WordTest test) implements Instruction {}

    record TakeTerm(WordList list) implements Instruction {}

    record TakeGroup(Set<GroupMention.Sort> sorts) implements Instruction {}

    record TakeName(EntityType type) implements Instruction {}

    /** Ways in order of preference. */
    record Fork(int[] ways) implements Instruction {}

    record Goto(int to) implements Instruction {}

    record Mark(String name, boolean start) implements Instruction {}

    record AtEdge(boolean start) implements Instruction {}

    record Look(Program program, boolean wanted) implements Instruction {}

    record Accept() implements Instruction {}
}
