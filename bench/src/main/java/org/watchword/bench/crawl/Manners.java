package org.watchword.bench.crawl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How hosts were treated, by their own log.
 *
 * @param fromAnswer shortest time from the end of an answer to the next request to the same host, in nanoseconds
 * @param fromStart shortest time from a request to the next to the same host
 * @param tooSoon requests that came sooner after the end of the last answer than the delay
 */
record Manners(int requests, long fromAnswer, long fromStart, List<String> tooSoon) {

    static Manners of(List<RequestLog.Entry> requests, Duration delay) {
        Map<String, List<RequestLog.Entry>> byHost =
                requests.stream().collect(Collectors.groupingBy(RequestLog.Entry::host));
        long fromAnswer = Long.MAX_VALUE;
        long fromStart = Long.MAX_VALUE;
        List<String> tooSoon = new ArrayList<>();
        for (List<RequestLog.Entry> host : byHost.values()) {
            List<RequestLog.Entry> inOrder = host.stream()
                    .sorted(Comparator.comparingLong(RequestLog.Entry::arrived))
                    .toList();
            for (int i = 1; i < inOrder.size(); i++) {
                RequestLog.Entry before = inOrder.get(i - 1);
                RequestLog.Entry next = inOrder.get(i);
                long pause = next.arrived() - before.answered();
                fromAnswer = Math.min(fromAnswer, pause);
                fromStart = Math.min(fromStart, next.arrived() - before.arrived());
                if (pause < delay.toNanos()) {
                    tooSoon.add(String.format(
                            "%s asked for %s %.1f ms after it had answered %s",
                            next.host(), next.path(), pause / 1e6, before.path()));
                }
            }
        }
        return new Manners(requests.size(), fromAnswer, fromStart, tooSoon);
    }
}
