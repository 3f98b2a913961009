package org.watchword.desk.review;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.Role;
import org.watchword.desk.request.BadParameterException;
import org.watchword.index.ReviewIndex;
import org.watchword.index.StatementRecord;
import org.watchword.model.ContentHash;
import org.watchword.model.review.Finding;
import org.watchword.model.review.JudgedFlag;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewFold;
import org.watchword.model.review.ReviewKind;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.ReviewSummary;

/** Takes decisions, and says what was decided. Thread-safe. */
public final class ReviewDesk {

    private final ReviewIndex index;
    private final ReviewLog log;
    private final InstantSource clock;
    private final RecentReviews recent = new RecentReviews();

    public ReviewDesk(ReviewIndex index, ReviewLog log, InstantSource clock) {
        this.index = index;
        this.log = log;
        this.clock = clock;
    }

    /** What came of a form. */
    public sealed interface Outcome {

        /** It is kept for good. */
        record Saved(Review decision, ReviewSummary now) implements Outcome {}

        /** Somebody has decided since its page was shown; nothing was kept yet. */
        record Conflict(List<Review> others, ReviewFold all) implements Outcome {}
    }

    /** All decisions on the words of a statement, those this desk has just sent among them. */
    public ReviewFold decisions(StatementRecord statement) {
        List<Review> all = new ArrayList<>(
                index.decisions(statement.subject()).map(ReviewFold::decisions).orElseGet(List::of));
        all.addAll(recent.of(statement.subject()));
        return ReviewFold.of(all);
    }

    /** The statement with where it stands now, should this desk know better than the index. */
    public StatementRecord current(StatementRecord statement) {
        return recent.of(statement.subject()).isEmpty()
                ? statement
                : statement.reviewed(summary(statement, decisions(statement)));
    }

    /** Everything that was decided, counted. */
    public ReviewReport report() {
        return ReviewReport.of(index.totals());
    }

    /** The log itself, to be taken away. */
    public ReviewLog log() {
        return log;
    }

    /**
     * Decides.
     *
     * @throws BadParameterException when the form does not fit the statement
     * @throws RefusedException when the account may not
     * @throws ReviewLogException when it cannot be made sure of; nothing is saved then
     */
    public synchronized Outcome decide(StatementRecord statement, ReviewForm form, Account account) {
        ReviewFold before = decisions(statement);
        List<Review> unseen = unseen(before.decisions(), form.basedOn());
        Optional<Review> again = unseen.stream()
                .filter(d -> d.reviewer().equals(account.name()) && repeats(form, d))
                .findFirst();
        if (again.isPresent()) {
            return new Outcome.Saved(again.get(), summary(statement, before));
        }
        List<Review> others = unseen.stream()
                .filter(d -> !d.reviewer().equals(account.name()))
                .toList();
        if (!others.isEmpty()) {
            return new Outcome.Conflict(others, before);
        }
        if (form.adjudicate()) {
            requireThird(before.summary(), account);
        }
        Review decision = decision(statement, form, account, before);
        log.add(decision);
        recent.add(decision);
        List<Review> all = new ArrayList<>(before.decisions());
        all.add(decision);
        return new Outcome.Saved(decision, summary(statement, ReviewFold.of(all)));
    }

    /** The decisions that whoever saw {@code basedOn} last has not seen. */
    private static List<Review> unseen(List<Review> decisions, @Nullable String basedOn) {
        for (int i = decisions.size() - 1; i >= 0; i--) {
            if (decisions.get(i).id().equals(basedOn)) {
                return decisions.subList(i + 1, decisions.size());
            }
        }
        return decisions;
    }

    /** A form sent twice by a restless hand. */
    private static boolean repeats(ReviewForm form, Review decision) {
        return decision.verdict() == form.verdict()
                && Objects.equals(decision.basedOn(), form.basedOn())
                && Objects.equals(decision.flag(), form.flag())
                && decision.reason().equals(form.reason())
                && decision.note().equals(form.note())
                && decision.correction().equals(form.correction())
                && decision.worksheet().equals(form.worksheet());
    }

    private static void requireThird(ReviewSummary now, Account account) {
        if (!account.role().covers(Role.ADMIN)) {
            throw new RefusedException(403, "To adjudicate needs the role admin; you have " + account.role() + ".");
        }
        if (!now.isReviewed()) {
            throw new BadParameterException("There is nothing to adjudicate yet: nobody has reviewed this statement");
        }
        if (now.heard(account.name()) && now.verdicts().size() > 1) {
            throw new RefusedException(
                    403, "You are one of the reviewers of this statement; somebody else has to adjudicate.");
        }
    }

    private Review decision(StatementRecord statement, ReviewForm form, Account account, ReviewFold before) {
        List<JudgedFlag> judged = JudgedFlag.of(statement.flags(), statement.start());
        if (form.flag() != null && judged.stream().noneMatch(f -> f.key().equals(form.flag()))) {
            throw new BadParameterException("'flag' names none of this statement's flags: " + form.flag());
        }
        String speaker =
                statement.speaker() == null ? null : statement.speaker().name();
        ReviewSummary was = before.summary();
        Finding found = Finding.of(speaker, judged);
        Instant at = at(was);
        ReviewKind kind = form.adjudicate() ? ReviewKind.ADJUDICATION : ReviewKind.REVIEW;
        Review bare = new Review(
                Review.id(statement.id(), account.name(), at, form.flag()),
                kind,
                statement.id(),
                statement.documentId(),
                ContentHash.wordsId(statement.text()),
                account.name(),
                at,
                form.verdict(),
                form.flag(),
                form.reason(),
                form.note(),
                form.correction(),
                form.worksheet(),
                judged,
                speaker,
                found.with(was.state(), was.correction()),
                found.with(ReviewState.of(form.verdict()), form.correction()),
                was.latest());
        List<Review> all = new ArrayList<>(before.decisions());
        all.add(bare);
        ReviewSummary now = ReviewFold.of(all).summary();
        return bare.leadingTo(found.with(now.state(), now.correction()));
    }

    /** Never before the decision it was based on, whatever another machine's clock said. */
    private Instant at(ReviewSummary was) {
        Instant now = clock.instant();
        return was.at() == null || now.isAfter(was.at()) ? now : was.at().plus(1, ChronoUnit.MILLIS);
    }

    private static ReviewSummary summary(StatementRecord statement, ReviewFold fold) {
        ReviewSummary old = statement.standing();
        ReviewSummary now = fold.summary();
        return now.asChanged(old.changed() && Objects.equals(old.latest(), now.latest()));
    }
}
