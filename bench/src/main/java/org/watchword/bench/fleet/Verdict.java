package org.watchword.bench.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchword.bench.fleet.HostFarm.Visit;

/**
 * What the hosts saw of the fetchers.
 *
 * @param visits requests in all
 * @param pages different pages asked for, robots.txt and lists left out
 * @param repeated requests for a page beyond its first
 * @param overlapping pairs of requests of which a host had the second while the first was under way
 * @param leastPauseMillis shortest time a host was left alone between two requests
 * @param leastHandoverMillis shortest such time where the two were of different fetchers
 * @param handovers times at which a host was asked by another fetcher than before
 * @param shares pages by fetcher
 */
record Verdict(
        int visits,
        int pages,
        int repeated,
        int overlapping,
        long leastPauseMillis,
        long leastHandoverMillis,
        int handovers,
        Map<String, Long> shares) {

    static Verdict of(List<Visit> visits) {
        Map<String, Integer> pages = new HashMap<>();
        Map<Integer, List<Visit>> hosts = new HashMap<>();
        for (Visit visit : visits) {
            hosts.computeIfAbsent(visit.host(), host -> new ArrayList<>()).add(visit);
            if (isPage(visit)) {
                pages.merge(visit.host() + visit.path(), 1, Integer::sum);
            }
        }
        int overlapping = 0;
        int handovers = 0;
        long pause = Long.MAX_VALUE;
        long handover = Long.MAX_VALUE;
        for (List<Visit> host : hosts.values()) {
            host.sort(Comparator.comparingLong(Visit::from));
            for (int i = 1; i < host.size(); i++) {
                Visit before = host.get(i - 1);
                long gap = (host.get(i).from() - before.to()) / 1_000_000;
                overlapping += gap < 0 ? 1 : 0;
                pause = Math.min(pause, gap);
                if (!host.get(i).by().equals(before.by())) {
                    handovers++;
                    handover = Math.min(handover, gap);
                }
            }
        }
        Map<String, Long> shares = visits.stream()
                .filter(Verdict::isPage)
                .collect(Collectors.groupingBy(Visit::by, TreeMap::new, Collectors.counting()));
        int repeated = pages.values().stream().mapToInt(n -> n - 1).sum();
        return new Verdict(visits.size(), pages.size(), repeated, overlapping, pause, handover, handovers, shares);
    }

    private static boolean isPage(Visit visit) {
        return !visit.path().equals("/robots.txt")
                && !visit.path().equals("/list")
                && !visit.path().equals("/moved");
    }
}
