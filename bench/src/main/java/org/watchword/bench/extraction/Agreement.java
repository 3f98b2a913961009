package org.watchword.bench.extraction;

import java.util.Locale;

/** Found and right, found and wrong, missed: summed over pages. */
final class Agreement {

    private double right;
    private double wrong;
    private double missed;
    private int pages;

    /**
     * Shingles of a whole article. Each page counts one, however long it is, as in the public article-extraction benchmark.
     *
     * @return the page's right share of all that is in either text; 1 when both are empty
     */
    double add(Shingles expected, Shingles found) {
        int shared = expected.shared(found);
        double all = expected.size() + found.size() - shared;
        pages++;
        if (all == 0) {
            return 1;
        }
        right += shared / all;
        wrong += (found.size() - shared) / all;
        missed += (expected.size() - shared) / all;
        return shared / all;
    }

    /** Counts of one page as they are. */
    void add(int rightHere, int wrongHere, int missedHere) {
        right += rightHere;
        wrong += wrongHere;
        missed += missedHere;
        pages++;
    }

    int pages() {
        return pages;
    }

    double precision() {
        return right + wrong == 0 ? 0 : right / (right + wrong);
    }

    double recall() {
        return right + missed == 0 ? 0 : right / (right + missed);
    }

    double f1() {
        double p = precision();
        double r = recall();
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%4d pages  F1 %.4f  precision %.4f  recall %.4f", pages, f1(), precision(), recall());
    }
}
