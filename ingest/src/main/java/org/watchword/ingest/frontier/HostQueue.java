package org.watchword.ingest.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The order in which hosts are served: per {@link Priority} a queue of the hosts that have such addresses, by the time at which the host
 * may next be asked and has one due. Who has waited longest is first, so hosts with thousands of addresses take turns with hosts that
 * have one; each step costs the logarithm of the number of hosts. Holds times only, in memory; the addresses themselves stay in the
 * database, and a time that was noted too early costs one look there. Not thread-safe. Times are epoch milliseconds.
 */
final class HostQueue {

    static final long NEVER = Long.MAX_VALUE;

    private final Map<String, Host> hosts = new HashMap<>();
    private final List<TreeSet<Host>> queues = new ArrayList<>();
    private long turn;

    HostQueue() {
        for (Priority priority : Priority.values()) {
            queues.add(new TreeSet<>(
                    Comparator.<Host>comparingLong(host -> host.at(priority)).thenComparingLong(host -> host.number)));
        }
    }

    /** A host whose turn it is, and what it is asked for. */
    record Turn(String host, Priority priority) {}

    private static final class Host {
        final String name;
        final long number;
        final long[] due = {NEVER, NEVER, NEVER};
        long freeAt;
        boolean claimed;

        Host(String name, long number) {
            this.name = name;
            this.number = number;
        }

        long at(Priority priority) {
            return Math.max(due[priority.ordinal()], freeAt);
        }
    }

    /** An address of the host is due then; of several the earliest counts. */
    void add(String name, Priority priority, long due) {
        Host host = hosts.computeIfAbsent(name, n -> new Host(n, hosts.size()));
        if (due < host.due[priority.ordinal()]) {
            change(host, () -> host.due[priority.ordinal()] = due);
        }
    }

    /**
     * Takes the host whose turn it is.
     *
     * @param wait milliseconds until a host may be asked; 0 for at once
     */
    Optional<Turn> claim(long now, ToLongFunction<String> wait) {
        Priority first = Priority.first(turn);
        Host host = claim(first, now, wait);
        Priority taken = first;
        for (Priority next : Priority.values()) {
            if (host == null && next != first) {
                host = claim(next, now, wait);
                taken = next;
            }
        }
        if (host == null) {
            return Optional.empty();
        }
        turn++;
        Host claimed = host;
        change(claimed, () -> claimed.claimed = true);
        return Optional.of(new Turn(claimed.name, taken));
    }

    private @Nullable Host claim(Priority priority, long now, ToLongFunction<String> wait) {
        TreeSet<Host> queue = queues.get(priority.ordinal());
        while (!queue.isEmpty() && queue.first().at(priority) <= now) {
            Host host = queue.first();
            long millis = wait.applyAsLong(host.name);
            if (millis <= 0) {
                return host;
            }
            change(host, () -> host.freeAt = now + millis);
        }
        return null;
    }

    /**
     * Puts a claimed host back.
     *
     * @param freeAt when it may next be asked
     * @param due per priority, when its next address is due
     */
    void release(String name, long freeAt, long[] due) {
        Host host = hosts.get(name);
        if (host != null) {
            change(host, () -> {
                host.claimed = false;
                host.freeAt = freeAt;
                System.arraycopy(due, 0, host.due, 0, due.length);
            });
        }
    }

    /** Brings everything nearer that is not due yet. */
    void hasten(long now, long millis) {
        for (Host host : hosts.values()) {
            change(host, () -> {
                for (int i = 0; i < host.due.length; i++) {
                    host.due[i] = host.due[i] == NEVER || host.due[i] <= now ? host.due[i] : host.due[i] - millis;
                }
                host.freeAt = host.freeAt <= now ? host.freeAt : host.freeAt - millis;
            });
        }
    }

    /** All hosts, those included that have nothing due. */
    List<String> names() {
        return List.copyOf(hosts.keySet());
    }

    HostCounts counts(long now) {
        int due = 0;
        int underWay = 0;
        for (Host host : hosts.values()) {
            if (host.claimed) {
                underWay++;
            } else if (host.freeAt <= now && Arrays.stream(host.due).anyMatch(at -> at <= now)) {
                due++;
            }
        }
        return new HostCounts(hosts.size(), due, underWay);
    }

    /** A set finds its elements by their times: out before they change, in again after. */
    private void change(Host host, Runnable change) {
        queues.forEach(queue -> queue.remove(host));
        change.run();
        for (Priority priority : Priority.values()) {
            if (!host.claimed && host.due[priority.ordinal()] != NEVER) {
                queues.get(priority.ordinal()).add(host);
            }
        }
    }
}
