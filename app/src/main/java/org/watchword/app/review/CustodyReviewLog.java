package org.watchword.app.review;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.review.ReviewLog;
import org.watchword.ingest.custody.CustodyEvent;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.model.ContentHash;
import org.watchword.model.review.Review;

/**
 * A log of decisions of which each is entered in the custody log too, with the digest of its record: what was decided, and when, cannot be
 * changed afterwards without its showing.
 */
public final class CustodyReviewLog implements ReviewLog {

    private static final Logger LOG = LoggerFactory.getLogger(CustodyReviewLog.class);

    private final ReviewLog log;
    private final CustodyLog custody;

    public CustodyReviewLog(ReviewLog log, CustodyLog custody) {
        this.log = log;
        this.custody = custody;
    }

    @Override
    public void add(Review decision) {
        log.add(decision);
        Map<String, String> detail = new TreeMap<>();
        detail.put("decision", decision.id());
        detail.put("statement", decision.statementId());
        detail.put("reviewer", decision.reviewer());
        detail.put("verdict", decision.verdict().id());
        detail.put("kind", decision.kind().id());
        detail.put("sha256", ContentHash.sha256Hex(KafkaReviewLog.bytes(decision)));
        try {
            custody.append(CustodyEvent.REVIEW, detail);
        } catch (IOException e) {
            // The decision is kept; to say that it is not would have it made twice.
            LOG.warn("custody log: {}; decision {} is not entered", e.getMessage(), decision.id());
        }
    }

    @Override
    public void read(Consumer<Review> decisions) {
        log.read(decisions);
    }
}
