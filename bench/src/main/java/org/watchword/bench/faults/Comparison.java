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
 * @param changed ids whose rows differ in a byte
 */
record Comparison(List<String> lost, List<String> added, List<String> changed) {

    static Comparison of(SortedMap<String, String> expected, SortedMap<String, String> found) {
        SortedSet<String> lost = new TreeSet<>(expected.keySet());
        lost.removeAll(found.keySet());
        SortedSet<String> added = new TreeSet<>(found.keySet());
        added.removeAll(expected.keySet());
        List<String> changed = new ArrayList<>();
        expected.forEach((id, row) -> {
            if (found.containsKey(id) && !row.equals(found.get(id))) {
                changed.add(id);
            }
        });
        return new Comparison(List.copyOf(lost), List.copyOf(added), changed);
    }

    boolean isSame() {
        return lost.isEmpty() && added.isEmpty() && changed.isEmpty();
    }
}
