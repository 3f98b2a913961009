package org.watchword.bench.discovery;

/** Cases, and how many of them came out right. */
final class Tally {

    private int right;
    private int all;

    void add(boolean rightly) {
        all++;
        right += rightly ? 1 : 0;
    }

    boolean isPerfect() {
        return right == all;
    }

    @Override
    public String toString() {
        return "%d of %d".formatted(right, all);
    }
}
