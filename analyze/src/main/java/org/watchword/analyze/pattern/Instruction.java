package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.model.EntityType;

/** A step of a compiled pattern; all but {@link Fork} and {@link Goto} go on at the next one. */
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

    record Look(List<Instruction> program, boolean wanted) implements Instruction {}

    record Accept() implements Instruction {}

    static List<Instruction> compile(Element element) {
        List<Instruction> program = new ArrayList<>();
        emit(element, program);
        program.add(new Accept());
        return List.copyOf(program);
    }

    private static void emit(Element element, List<Instruction> program) {
        if (element instanceof Element.One one) {
            program.add(new Take(one.test()));
        } else if (element instanceof Element.Terms terms) {
            program.add(new TakeTerm(terms.list()));
        } else if (element instanceof Element.Slot slot) {
            program.add(new TakeGroup(slot.sorts()));
        } else if (element instanceof Element.Named named) {
            program.add(new TakeName(named.type()));
        } else if (element instanceof Element.Sequence sequence) {
            sequence.parts().forEach(part -> emit(part, program));
        } else if (element instanceof Element.Choice choice) {
            choice(choice, program);
        } else if (element instanceof Element.Repeat repeat) {
            repeat(repeat, program);
        } else if (element instanceof Element.Capture capture) {
            program.add(new Mark(capture.name(), true));
            emit(capture.part(), program);
            program.add(new Mark(capture.name(), false));
        } else if (element instanceof Element.Edge edge) {
            program.add(new AtEdge(edge.start()));
        } else if (element instanceof Element.Ahead ahead) {
            program.add(new Look(compile(ahead.part()), ahead.wanted()));
        }
    }

    private static void choice(Element.Choice choice, List<Instruction> program) {
        int fork = program.size();
        int[] ways = new int[choice.ways().size()];
        program.add(new Fork(ways));
        List<Integer> exits = new ArrayList<>();
        for (int k = 0; k < ways.length; k++) {
            ways[k] = program.size();
            emit(choice.ways().get(k), program);
            exits.add(program.size());
            program.add(new Goto(-1));
        }
        exits.forEach(exit -> program.set(exit, new Goto(program.size())));
        program.set(fork, new Fork(ways));
    }

    private static void repeat(Element.Repeat repeat, List<Instruction> program) {
        for (int k = 0; k < repeat.min(); k++) {
            emit(repeat.part(), program);
        }
        List<Integer> forks = new ArrayList<>();
        for (int k = repeat.min(); k < repeat.max(); k++) {
            forks.add(program.size());
            program.add(new Fork(new int[0]));
            emit(repeat.part(), program);
        }
        for (int fork : forks) {
            program.set(fork, new Fork(new int[] {fork + 1, program.size()}));
        }
    }
}
