package org.watchword.app.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.watchword.ingest.evidence.Claim;
import org.watchword.model.review.Review;

/** Where claims come from. */
public interface ClaimSource extends AutoCloseable {

    /** Receives claims; may throw. */
    interface Receiver {
        void claim(Claim claim) throws IOException;
    }

    /** The claim of a statement; empty when there is no such statement. */
    Optional<Claim> find(String id) throws IOException;

    /** Hands over every claim there is. */
    void all(Receiver receiver) throws IOException;

    /** What people decided on the words of a claim; empty where nobody did, or it is not known here. */
    default List<Review> decisions(Claim claim) {
        return List.of();
    }

    @Override
    void close() throws IOException;
}
