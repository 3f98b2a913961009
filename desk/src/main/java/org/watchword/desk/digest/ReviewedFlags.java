package org.watchword.desk.digest;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.index.ReviewIndex;
import org.watchword.index.StatementRecord;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.review.JudgedFlag;
import org.watchword.model.review.ReviewFold;
import org.watchword.model.review.ReviewFold.FlagOutcome;
import org.watchword.model.review.ReviewFold.Outcome;

/**
 * Which flags of a statement still count after people have decided on it. A flag that was rejected does not; one that reviewers differ on
 * does, and so does one that was put into another category, for the words are still to be told. Asks for decisions only where there are
 * some.
 */
final class ReviewedFlags {

    private final ReviewIndex reviews;

    ReviewedFlags(ReviewIndex reviews) {
        this.reviews = reviews;
    }

    List<Flag> counting(StatementRecord statement) {
        List<Flag> flagged = statement.flags().stream()
                .filter(flag -> flag.status() == FlagStatus.FLAGGED)
                .toList();
        if (!statement.standing().isReviewed() || statement.standing().agreed().category() != null) {
            return flagged;
        }
        Set<String> rejected = reviews.decisions(statement.subject())
                .map(ReviewedFlags::rejected)
                .orElse(Set.of());
        return flagged.stream()
                .filter(flag -> !rejected.contains(
                        JudgedFlag.of(flag, statement.start()).key()))
                .toList();
    }

    private static Set<String> rejected(ReviewFold decisions) {
        return decisions.outcomes().stream()
                .filter(outcome -> outcome.outcome() == Outcome.WRONG)
                .map(FlagOutcome::flag)
                .map(JudgedFlag::key)
                .collect(Collectors.toSet());
    }
}
