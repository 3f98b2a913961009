package org.watchword.bench.faults;

import java.time.Duration;

/**
 * Something that goes wrong, for a while.
 *
 * @param kind by which faults are counted
 * @param hold between the strike and the mending
 * @param strike makes it go wrong
 * @param mend puts it right
 */
record Fault(String kind, Duration hold, Deed strike, Deed mend) {

    /** One of the two. */
    @FunctionalInterface
    interface Deed {
        void run() throws Exception;
    }
}
