package org.watchword.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Rows of a run beside those of another that should be the same.
 *
 * @param lost ids that are missing
 * @param added ids that should not be there
 * @param changed ids whose rows differ in a byte, each with the first field that does
 */
record Comparison(List<String> lost, List<String> added, List<String> changed) {

    private static final int SHOWN = 3;

    static Comparison of(SortedMap<String, String> expected, SortedMap<String, String> found) {
        SortedSet<String> lost = new TreeSet<>(expected.keySet());
        lost.removeAll(found.keySet());
        SortedSet<String> added = new TreeSet<>(found.keySet());
        added.removeAll(expected.keySet());
        List<String> changed = new ArrayList<>();
        expected.forEach((id, row) -> {
            String other = found.get(id);
            if (other != null && !row.equals(other)) {
                changed.add(id + " " + FirstDifference.between(row, other).orElse("in its form only"));
            }
        });
        return new Comparison(List.copyOf(lost), List.copyOf(added), changed);
    }

    /** How many of each, and the first of each. */
    @Override
    public String toString() {
        return "lost " + some(lost) + ", added " + some(added) + ", changed " + some(changed);
    }

    private static String some(List<String> rows) {
        return rows.size() <= SHOWN ? rows.toString() : rows.size() + ", among them " + rows.subList(0, SHOWN);
    }

    boolean isSame() {
        return lost.isEmpty() && added.isEmpty() && changed.isEmpty();
    }
}
