package org.watchword.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often what went wrong, and how long after its mending the line had worked through all there was. */
final class FaultTable {

    private final Map<String, Integer> struck = new TreeMap<>();
    private final Map<String, List<Duration>> recovered = new TreeMap<>();

    /** @param group faults that came together; where they are several, the time is nobody's but theirs together */
    void add(List<Fault> group, Duration recovery) {
        group.forEach(fault -> struck.merge(fault.kind(), 1, Integer::sum));
        String whose = group.size() == 1 ? group.get(0).kind() : "several together";
        recovered.computeIfAbsent(whose, kind -> new ArrayList<>()).add(recovery);
    }

    /** @param group faults upon which the next came before the line had worked through everything */
    void addOvertaken(List<Fault> group) {
        group.forEach(fault -> struck.merge(fault.kind(), 1, Integer::sum));
    }

    int faults() {
        return struck.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Lines ended by {@code \n}. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(
                String.format("%-24s %6s %6s %10s %10s%n", "fault", "count", "alone", "p50 (s)", "max (s)"));
        struck.forEach((kind, count) -> table.append(row(kind, Integer.toString(count))));
        if (recovered.containsKey("several together")) {
            table.append(row("several together", ""));
        }
        return table.append(String.format("%-24s %6d%n", "all", faults())).toString();
    }

    private String row(String kind, String count) {
        List<Duration> times = new ArrayList<>(recovered.getOrDefault(kind, List.of()));
        Collections.sort(times);
        return times.isEmpty()
                ? String.format("%-24s %6s %6d%n", kind, count, 0)
                : String.format(
                        "%-24s %6s %6d %10.1f %10.1f%n",
                        kind,
                        count,
                        times.size(),
                        times.get(times.size() / 2).toMillis() / 1e3,
                        times.get(times.size() - 1).toMillis() / 1e3);
    }
}
