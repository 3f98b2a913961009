package org.watchword.ingest.frontier;

/**
 * Which of the addresses that are due go first. Shares, not ranks alone: of eight turns, six begin with {@link #NEWS}, one with
 * {@link #NEW} and one with {@link #REVISIT}; a class that has nothing due leaves its turn to the others in the order given here. So news
 * is read within moments however much else is waiting, and a flood of news still lets every eighth turn look at what is known.
 */
public enum Priority {
    /** Never fetched, named by a feed or a news sitemap: it was published just now. */
    NEWS,
    /** Never fetched, named by a list or a plain sitemap, which also name what is old; and a known page its list says has changed. */
    NEW,
    /** Fetched before: it is looked at for silent changes. */
    REVISIT;

    private static final Priority[] TURNS = {NEWS, NEWS, NEWS, NEW, NEWS, NEWS, NEWS, REVISIT};

    /** The class that has the first word in a turn. */
    static Priority first(long turn) {
        return TURNS[(int) Math.floorMod(turn, (long) TURNS.length)];
    }
}
