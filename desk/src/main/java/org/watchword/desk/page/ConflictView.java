package org.watchword.desk.page;

import java.util.List;
import java.util.Map;
import org.watchword.desk.review.ReviewForm;
import org.watchword.index.StatementRecord;
import org.watchword.model.review.Review;

/**
 * Two decisions that met: what others decided since the visitor's page was shown, and what the visitor was about to.
 *
 * @param statement what both are about
 * @param others what was decided meanwhile, the oldest first
 * @param mine what was not saved yet
 * @param back where the visitor came from
 * @param latest id of the newest decision, which the visitor now sees
 */
public record ConflictView(
        StatementRecord statement, List<Review> others, ReviewForm mine, String back, String latest) {

    public String action() {
        return href() + "/review";
    }

    public String href() {
        return Paths.statement(statement.id());
    }

    public String verdict() {
        return ReviewPanel.label(mine.verdict());
    }

    /** What brings the visitor's decision again, now that they have seen the others. */
    public Map<String, String> fields() {
        return mine.seen(latest).fields();
    }
}
