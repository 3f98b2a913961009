package org.watchword.model;

import java.util.List;

/** The names of the Kafka topics, before the configured prefix. */
public final class Topics {

    /** {@link Document}s by document id; not compacted, every version is kept. */
    public static final String DOCUMENTS = "documents";

    /** {@link Analysis} by document id. */
    public static final String ANALYSES = "analyses";

    /** {@link DeadLetter}s by dead-letter id, compacted: the same failure delivered twice is kept once. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** {@link StageCounts} by {@link StageCounts#key()}, compacted. */
    public static final String COUNTS = "counts";

    /** Sketches of texts by document id, compacted: what the analyze stage compares to find copies. One partition, since any two may be alike. */
    public static final String SKETCHES = "sketches";

    /** {@link StoryMember}s by document id, compacted. */
    public static final String STORIES = "stories";

    /**
     * {@link org.watchword.model.review.Review}s by document id: what people decided, in the order they did. Only added to, kept for good, not
     * compacted.
     */
    public static final String REVIEWS = "reviews";

    /** {@link SourceDay}s by {@link SourceDay#key()}, compacted. */
    public static final String COVERAGE = "coverage";

    /** {@link SearchDelays} by the process that measured them, compacted. */
    public static final String DELAYS = "delays";

    /**
     * Addresses that whoever serves their host is asked to fetch, where several fetchers share the work; a partition is a part of the web.
     */
    public static final String FETCH_REQUESTS = "fetch-requests";

    /** What those fetchers remember, row by row, compacted; partitions as those of {@link #FETCH_REQUESTS}. */
    public static final String FRONTIER = "frontier";

    private Topics() {}

    /** What fetchers that share the work need besides. */
    public static List<String> fleet() {
        return List.of(FETCH_REQUESTS, FRONTIER);
    }

    /** Every topic of the line. */
    public static List<String> all() {
        return List.of(DOCUMENTS, ANALYSES, SKETCHES, STORIES, REVIEWS, DEAD_LETTERS, COUNTS, COVERAGE, DELAYS);
    }
}
