package org.watchword.analyze.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Entity;
import org.watchword.model.Span;

/** One attempt of a program from one word of a sentence. What failed at a step and a word is not tried there again. */
final class Run {

    private final List<Instruction> program;
    private final SentenceView sentence;
    private final Words words;
    private final BitSet failed = new BitSet();
    private final List<GroupMention> groups = new ArrayList<>();
    private final Map<String, Span> captures = new HashMap<>();
    private final Deque<Integer> ends = new ArrayDeque<>();

    Run(List<Instruction> program, SentenceView sentence) {
        this.program = program;
        this.sentence = sentence;
        this.words = sentence.words();
    }

    /** One past the last word of the match that starts at a word, or -1. */
    int from(int at) {
        return step(0, at);
    }

    /** Mentions of the match; filled on the way back from its end, hence turned round. */
    List<GroupMention> groups() {
        List<GroupMention> found = new ArrayList<>(groups);
        Collections.reverse(found);
        return found;
    }

    Map<String, Span> captures() {
        return captures;
    }

    private int step(int pc, int at) {
        int key = pc * (words.size() + 1) + at;
        if (failed.get(key)) {
            return -1;
        }
        int end = tryStep(pc, at);
        if (end < 0) {
            failed.set(key);
        }
        return end;
    }

    private int tryStep(int pc, int at) {
        Instruction instruction = program.get(pc);
        if (instruction instanceof Instruction.Take take) {
            return at < words.size() && take.test().holds(words.get(at)) ? step(pc + 1, at + 1) : -1;
        } else if (instruction instanceof Instruction.Fork fork) {
            for (int way : fork.ways()) {
                int end = step(way, at);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        } else if (instruction instanceof Instruction.Goto jump) {
            return step(jump.to(), at);
        } else if (instruction instanceof Instruction.TakeGroup slot) {
            return group(slot, pc, at);
        } else if (instruction instanceof Instruction.TakeTerm term) {
            return term(term, pc, at);
        } else if (instruction instanceof Instruction.TakeName name) {
            return name(name, pc, at);
        } else if (instruction instanceof Instruction.Mark mark) {
            return mark(mark, pc, at);
        } else if (instruction instanceof Instruction.AtEdge edge) {
            return at == (edge.start() ? 0 : lastWord()) || (edge.start() ? at == 0 : at == words.size())
                    ? step(pc + 1, at)
                    : -1;
        } else if (instruction instanceof Instruction.Look look) {
            boolean there = new Run(look.program(), sentence).from(at) >= 0;
            return there == look.wanted() ? step(pc + 1, at) : -1;
        }
        return at;
    }

    /** Index after the last word that is no closing mark. */
    private int lastWord() {
        int end = words.size();
        while (end > 0 && !words.get(end - 1).isWord()) {
            end--;
        }
        return end;
    }

    private int group(Instruction.TakeGroup slot, int pc, int at) {
        for (GroupMention mention : sentence.mentions()) {
            if (mention.outer() <= at && at <= mention.from() && slot.sorts().contains(mention.sort())) {
                int end = step(pc + 1, mention.to());
                if (end >= 0) {
                    groups.add(mention);
                    return end;
                }
            }
        }
        return -1;
    }

    private int term(Instruction.TakeTerm term, int pc, int at) {
        if (at >= words.size()) {
            return -1;
        }
        for (int next : term.list().endsAt(words, at)) {
            int end = step(pc + 1, next);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private int name(Instruction.TakeName name, int pc, int at) {
        if (at >= words.size()) {
            return -1;
        }
        for (Entity entity : sentence.entities()) {
            if (entity.type() == name.type() && entity.start() == words.get(at).start()) {
                int next = at;
                while (next < words.size() && words.get(next).start() < entity.end()) {
                    next++;
                }
                return step(pc + 1, next);
            }
        }
        return -1;
    }

    private int mark(Instruction.Mark mark, int pc, int at) {
        int end = step(pc + 1, at);
        if (end >= 0) {
            if (mark.start()) {
                Integer close = ends.poll();
                captures.put(mark.name(), new Span(at, close == null ? at : close));
            } else {
                ends.push(at);
            }
        }
        return end;
    }
}
