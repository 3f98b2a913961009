package org.watchword.ingest.frontier;

/**
 * How hosts stand in the queue.
 *
 * @param known hosts with addresses that are not at rest
 * @param due of them, those that may be asked now and have something to be asked for
 * @param underWay of them, those that are being asked
 */
public record HostCounts(int known, int due, int underWay) {

    public static final HostCounts NONE = new HostCounts(0, 0, 0);

    public HostCounts plus(HostCounts other) {
        return new HostCounts(known + other.known, due + other.due, underWay + other.underWay);
    }
}
