package org.watchword.analyze.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Entity;
import org.watchword.model.Span;

/**
 * The attempts of a program on one sentence. What failed at a step and a word is not tried there again, from whichever word the attempt
 * started: all attempts together take at most as many steps as the program has, times the words of the sentence.
 */
final class Run {

    private final Program program;
    private final SentenceView sentence;
    private final Words words;
    private final Progress progress;
    private final BitSet failed = new BitSet();
    private final List<GroupMention> groups = new ArrayList<>(0);
    // What few patterns need is made when one needs it.
    private @Nullable Map<String, Span> captures;
    private @Nullable Deque<Integer> ends;
    private @Nullable Map<Instruction.Look, Run> looks;
    private @Nullable BitSet seen;

    /** @param progress told of every step that did not go on */
    Run(Program program, SentenceView sentence, Progress progress) {
        this.program = program;
        this.sentence = sentence;
        this.words = sentence.words();
        this.progress = progress;
    }

    /** One past the last word of the match that starts at a word, or -1. */
    int from(int at) {
        if (!groups.isEmpty()) {
            groups.clear();
        }
        captures = null;
        ends = null;
        return step(0, at);
    }

    /** Mentions of the last match; filled on the way back from its end, hence turned round. */
    List<GroupMention> groups() {
        List<GroupMention> found = new ArrayList<>(groups);
        Collections.reverse(found);
        return found;
    }

    /** Named parts of the last match. */
    Map<String, Span> captures() {
        return captures == null ? Map.of() : captures;
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
        progress.step();
        Instruction step = program.step(pc);
        if (step instanceof Instruction.Take take) {
            return at < words.size() && take.test().holds(words.get(at)) ? step(pc + 1, at + 1) : stopped(pc, at);
        } else if (step instanceof Instruction.Fork fork) {
            for (int way : fork.ways()) {
                int end = step(way, at);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        } else if (step instanceof Instruction.Goto jump) {
            return step(jump.to(), at);
        } else if (step instanceof Instruction.TakeGroup slot) {
            return group(slot, pc, at);
        } else if (step instanceof Instruction.TakeTerm term) {
            return term(term, pc, at);
        } else if (step instanceof Instruction.TakeName name) {
            return name(name, pc, at);
        } else if (step instanceof Instruction.Mark mark) {
            return mark(mark, pc, at);
        } else if (step instanceof Instruction.AtEdge edge) {
            boolean there = edge.start() ? at == 0 : at == sentence.lastWord() || at == words.size();
            return there ? step(pc + 1, at) : stopped(pc, at);
        } else if (step instanceof Instruction.Look look) {
            return follows(look, at) == look.wanted() ? step(pc + 1, at) : stopped(pc, at);
        }
        return at;
    }

    private int stopped(int pc, int at) {
        progress.stopped(program.origin(pc), at);
        return -1;
    }

    private boolean follows(Instruction.Look look, int at) {
        looks = looks == null ? new HashMap<>() : looks;
        return looks.computeIfAbsent(look, l -> new Run(l.program(), sentence, progress.steps()))
                .there(at);
    }

    /** Whether a match starts at a word; a second question costs nothing. */
    private boolean there(int at) {
        seen = seen == null ? new BitSet() : seen;
        if (seen.get(at)) {
            return true;
        }
        boolean there = from(at) >= 0;
        seen.set(at, there);
        return there;
    }

    private int group(Instruction.TakeGroup slot, int pc, int at) {
        boolean fits = false;
        for (GroupMention mention : sentence.mentionsAt(at)) {
            if (slot.sorts().contains(mention.sort())) {
                fits = true;
                int end = step(pc + 1, mention.to());
                if (end >= 0) {
                    groups.add(mention);
                    return end;
                }
            }
        }
        return fits ? -1 : stopped(pc, at);
    }

    private int term(Instruction.TakeTerm term, int pc, int at) {
        List<Integer> nexts = at < words.size() ? term.list().endsAt(words, at) : List.of();
        for (int next : nexts) {
            int end = step(pc + 1, next);
            if (end >= 0) {
                return end;
            }
        }
        return nexts.isEmpty() ? stopped(pc, at) : -1;
    }

    private int name(Instruction.TakeName name, int pc, int at) {
        if (at < words.size()) {
            for (Entity entity : sentence.entitiesAt(at)) {
                if (entity.type() == name.type()) {
                    int next = at;
                    while (next < words.size() && words.get(next).start() < entity.end()) {
                        next++;
                    }
                    return step(pc + 1, next);
                }
            }
        }
        return stopped(pc, at);
    }

    private int mark(Instruction.Mark mark, int pc, int at) {
        int end = step(pc + 1, at);
        if (end >= 0) {
            ends = ends == null ? new ArrayDeque<>(2) : ends;
            captures = captures == null ? new HashMap<>() : captures;
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
