package org.watchword.bench.speed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/** Processor time spent in one part of the work, in the thread that does it. Belongs to one thread. */
final class Stage {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long nanos;

    <T> T time(Supplier<T> work) {
        long begin = now();
        try {
            return work.get();
        } finally {
            nanos += now() - begin;
        }
    }

    long nanos() {
        return nanos;
    }

    void clear() {
        nanos = 0;
    }

    /** Processor time of this thread, which other work on the machine does not lengthen, in nanoseconds. */
    static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
