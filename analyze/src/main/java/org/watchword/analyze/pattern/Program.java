package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Span;

/**
 * The steps of a pattern. Every step leads to later ones only, so that no attempt can take more of them than there are. Immutable.
 */
final class Program {

    /** More words are sooner looked at one by one. */
    private static final int FEW = 8;

    private final List<Instruction> steps = new ArrayList<>();
    /** For each step the part of the pattern as written that it comes from. */
    private final List<Span> origins = new ArrayList<>();

    private final List<Instruction> firsts = new ArrayList<>();

    private Span origin = new Span(0, 0);
    private boolean anywhere;
    /** Hash codes of the words one of which comes first, each alone; empty when something else may. */
    private int[] firstHashes = {};

    /** Of a pattern that is nothing but words: the questions about them; empty when it has any other step. */
    private final List<WordTest> line = new ArrayList<>();

    private Program() {}

    static Program of(Element element) {
        Program program = new Program();
        program.emit(element);
        program.add(new Instruction.Accept());
        program.findFirsts(0, new BitSet());
        program.findLine();
        program.findFirstHashes();
        return program;
    }

    private void findFirstHashes() {
        Set<String> words = new HashSet<>();
        for (Instruction first : firsts) {
            if (!(first instanceof Instruction.Take take) || !addForms(take.test(), words) || words.size() > FEW) {
                return;
            }
        }
        firstHashes = anywhere
                ? firstHashes
                : words.stream().mapToInt(String::hashCode).toArray();
    }

    private static boolean addForms(WordTest test, Set<String> words) {
        if (test instanceof WordTest.Form form) {
            words.add(form.folded());
            return true;
        }
        return test instanceof WordTest.OneOf oneOf && oneOf.tests().stream().allMatch(way -> addForms(way, words));
    }

    private void findLine() {
        for (Instruction step : steps.subList(0, steps.size() - 1)) {
            if (!(step instanceof Instruction.Take take)) {
                line.clear();
                return;
            }
            line.add(take.test());
        }
    }

    /** Whether it is nothing but one word after the other, so that {@link #endOfLine} answers all. */
    boolean isLine() {
        return !line.isEmpty();
    }

    /** One past the last word of the match that starts at a word, or -1. */
    int endOfLine(Words words, int at) {
        if (at + line.size() > words.size()) {
            return -1;
        }
        for (int k = 0; k < line.size(); k++) {
            if (!line.get(k).holds(words.get(at + k))) {
                return -1;
            }
        }
        return at + line.size();
    }

    Instruction step(int index) {
        return steps.get(index);
    }

    /** UTF-16 units of the pattern; empty in a program that no pattern was written for. */
    Span origin(int index) {
        return origins.get(index);
    }

    /** Whether some first step would go on from a word: a cheap question before an attempt is made. */
    boolean mayStart(SentenceView sentence, int at) {
        if (anywhere) {
            return true;
        }
        if (firstHashes.length > 0) {
            return mayBeFirst(sentence.hashAt(at));
        }
        for (Instruction first : firsts) {
            if (first instanceof Instruction.Take take) {
                if (take.test().holds(sentence.words().get(at))) {
                    return true;
                }
            } else if (first instanceof Instruction.TakeGroup) {
                if (!sentence.mentionsAt(at).isEmpty()) {
                    return true;
                }
            } else if (first instanceof Instruction.TakeTerm term) {
                if (!term.list().endsAt(sentence.words(), at).isEmpty()) {
                    return true;
                }
            } else if (!sentence.entitiesAt(at).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeFirst(int hash) {
        for (int first : firstHashes) {
            if (first == hash) {
                return true;
            }
        }
        return false;
    }

    /** Finds the steps that take the first word of a match. */
    private void findFirsts(int index, BitSet seen) {
        if (anywhere || seen.get(index)) {
            return;
        }
        seen.set(index);
        Instruction step = steps.get(index);
        if (step instanceof Instruction.Fork fork) {
            for (int way : fork.ways()) {
                findFirsts(way, seen);
            }
        } else if (step instanceof Instruction.Goto jump) {
            findFirsts(jump.to(), seen);
        } else if (step instanceof Instruction.Mark
                || step instanceof Instruction.AtEdge
                || step instanceof Instruction.Look) {
            findFirsts(index + 1, seen);
        } else if (step instanceof Instruction.Accept) {
            anywhere = true;
        } else {
            firsts.add(step);
        }
    }

    private void add(Instruction step) {
        steps.add(step);
        origins.add(origin);
    }

    private void emit(Element element) {
        if (element instanceof Element.Part part) {
            Span around = origin;
            origin = new Span(part.from(), part.to());
            emit(part.part());
            origin = around;
        } else if (element instanceof Element.One one) {
            add(new Instruction.Take(one.test()));
        } else if (element instanceof Element.Terms terms) {
            add(new Instruction.TakeTerm(terms.list()));
        } else if (element instanceof Element.Slot slot) {
            add(new Instruction.TakeGroup(slot.sorts()));
        } else if (element instanceof Element.Named named) {
            add(new Instruction.TakeName(named.type()));
        } else if (element instanceof Element.Sequence sequence) {
            sequence.parts().forEach(this::emit);
        } else if (element instanceof Element.Choice choice) {
            choice(choice);
        } else if (element instanceof Element.Repeat repeat) {
            repeat(repeat);
        } else if (element instanceof Element.Capture capture) {
            add(new Instruction.Mark(capture.name(), true));
            emit(capture.part());
            add(new Instruction.Mark(capture.name(), false));
        } else if (element instanceof Element.Edge edge) {
            add(new Instruction.AtEdge(edge.start()));
        } else if (element instanceof Element.Ahead ahead) {
            add(new Instruction.Look(of(ahead.part()), ahead.wanted()));
        }
    }

    private void choice(Element.Choice choice) {
        int fork = steps.size();
        int[] ways = new int[choice.ways().size()];
        add(new Instruction.Fork(ways));
        List<Integer> exits = new ArrayList<>();
        for (int k = 0; k < ways.length; k++) {
            ways[k] = steps.size();
            emit(choice.ways().get(k));
            exits.add(steps.size());
            add(new Instruction.Goto(-1));
        }
        exits.forEach(exit -> steps.set(exit, new Instruction.Goto(steps.size())));
    }

    private void repeat(Element.Repeat repeat) {
        for (int k = 0; k < repeat.min(); k++) {
            emit(repeat.part());
        }
        List<Integer> forks = new ArrayList<>();
        for (int k = repeat.min(); k < repeat.max(); k++) {
            forks.add(steps.size());
            add(new Instruction.Fork(new int[0]));
            emit(repeat.part());
        }
        for (int fork : forks) {
            steps.set(fork, new Instruction.Fork(new int[] {fork + 1, steps.size()}));
        }
    }
}
