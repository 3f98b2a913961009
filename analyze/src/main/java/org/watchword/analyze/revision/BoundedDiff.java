package org.watchword.analyze.revision;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Myers' shortest edit script, given up where two sequences differ too much: its time grows with their length times their difference,
 * its memory with the square of the difference. One budget serves all comparisons of one pair of texts.
 */
final class BoundedDiff {

    /** Elements that may differ in one comparison: some 1 M nodes of memory at the most. */
    static final int MAX_DIFFERENCE = 1_500;

    /** Steps over all comparisons of a pair: about a second. */
    private static final long MAX_STEPS = 20_000_000;

    private long steps;
    private boolean exact = true;

    /** A stretch of either sequence, in elements, half-open. */
    record Block(int fromStart, int fromEnd, int toStart, int toEnd) {

        /** From the beginning of the first block to the end of the last. */
        static Block around(List<Block> blocks) {
            Block first = blocks.get(0);
            Block last = blocks.get(blocks.size() - 1);
            return new Block(first.fromStart, last.fromEnd, first.toStart, last.toEnd);
        }

        Block moved(int from, int to) {
            return new Block(fromStart + from, fromEnd + from, toStart + to, toEnd + to);
        }

        /** Elements of the longer side. */
        int size() {
            return Math.max(fromEnd - fromStart, toEnd - toStart);
        }
    }

    /** Whether no comparison had to be given up. */
    boolean isExact() {
        return exact;
    }

    /** Where the sequences differ, in order; one block with all between their common ends when it was given up. */
    List<Block> blocks(List<String> from, List<String> to) {
        int head = 0;
        int most = Math.min(from.size(), to.size());
        while (head < most && from.get(head).equals(to.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
            tail++;
        }
        int fromEnd = from.size() - tail;
        int toEnd = to.size() - tail;
        if (head == fromEnd && head == toEnd) {
            return List.of();
        }
        Block whole = new Block(head, fromEnd, head, toEnd);
        return head == fromEnd || head == toEnd ? List.of(whole) : inside(from, to, whole);
    }

    private List<Block> inside(List<String> from, List<String> to, Block whole) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> before = numbered(from.subList(whole.fromStart(), whole.fromEnd()), numbers);
        List<Integer> after = numbered(to.subList(whole.toStart(), whole.toEnd()), numbers);
        List<Block> blocks = new ArrayList<>();
        try {
            for (Change change : new MyersDiff<Integer>().computeDiff(before, after, new Budget())) {
                blocks.add(new Block(
                        whole.fromStart() + change.startOriginal,
                        whole.fromStart() + change.endOriginal,
                        whole.toStart() + change.startRevised,
                        whole.toStart() + change.endRevised));
            }
        } catch (OverBudgetException e) {
            exact = false;
            return List.of(whole);
        }
        // The library walks its path from the end.
        blocks.sort(Comparator.comparingInt(Block::fromStart).thenComparingInt(Block::toStart));
        return blocks;
    }

    /** Comparing numbers is quicker than comparing strings, and a hostile text cannot make it slow. */
    private static List<Integer> numbered(List<String> elements, Map<String, Integer> numbers) {
        List<Integer> numbered = new ArrayList<>(elements.size());
        for (String element : elements) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(element, next);
            numbered.add(known == null ? next : known);
        }
        return numbered;
    }

    private final class Budget implements DiffAlgorithmListener {

        @Override
        public void diffStart() {}

        /** Called once for each further difference, before the work it costs. */
        @Override
        public void diffStep(int difference, int most) {
            steps += difference + 1;
            if (difference > MAX_DIFFERENCE || steps > MAX_STEPS) {
                throw new OverBudgetException();
            }
        }

        @Override
        public void diffEnd() {}
    }

    private static final class OverBudgetException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OverBudgetException() {
            super("the sequences differ too much", null, false, false);
        }
    }
}
