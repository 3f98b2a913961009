package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.Role;
import org.watchword.desk.review.ReviewForm;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.review.JudgedFlag;
import org.watchword.model.review.RabatFactor;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewFold;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.ReviewSummary;
import org.watchword.model.review.Verdict;

/**
 * What was decided on a statement, and the form to decide.
 *
 * @param statement what it is about
 * @param summary where it stands
 * @param decisions all of them, the newest first
 * @param mayDecide whether the visitor is a reviewer
 * @param mayAdjudicate whether there is something for the visitor to settle
 * @param mine whether the visitor has decided already
 * @param given what the visitor had written, when it could not be taken; empty otherwise
 * @param problem why it could not be taken; null when nothing was wrong
 */
public record ReviewPanel(
        StatementRecord statement,
        ReviewSummary summary,
        List<Review> decisions,
        boolean mayDecide,
        boolean mayAdjudicate,
        boolean mine,
        Map<String, String> given,
        @Nullable String problem) {

    /** One of the four verdicts. */
    public record Choice(int key, String id, String label) {}

    /** A flag that may be judged by itself. */
    public record FlagOption(String key, String label) {}

    static ReviewPanel of(StatementRecord statement, ReviewFold fold, Account account) {
        return of(statement, fold, account, Map.of(), null);
    }

    static ReviewPanel of(
            StatementRecord statement,
            ReviewFold fold,
            Account account,
            Map<String, String> given,
            @Nullable String problem) {
        ReviewSummary summary = statement.standing();
        List<Review> newest = new ArrayList<>(fold.decisions());
        java.util.Collections.reverse(newest);
        return new ReviewPanel(
                statement,
                summary,
                newest,
                account.role().covers(Role.REVIEWER),
                account.role().covers(Role.ADMIN)
                        && (summary.state() == ReviewState.DISPUTED || summary.adjudicator() != null)
                        && !(summary.heard(account.name()) && summary.verdicts().size() > 1),
                summary.heard(account.name()),
                given,
                problem);
    }

    /** Where it stands, in words. */
    public String state() {
        return Labels.review(summary.state().id());
    }

    /** How it came there, in words; empty while nobody has decided. */
    public String how() {
        var agreement = summary.agreement();
        return agreement == null ? "" : Labels.agreement(agreement.id());
    }

    /** Who has not decided yet is not told what others did, unless they ask: a second opinion is worth most unheard. */
    public boolean showsOthers() {
        return mine || !mayDecide || summary.state() == ReviewState.DISPUTED || summary.adjudicator() != null;
    }

    /** The newest decision on the page, which the form names. */
    public String basedOn() {
        return decisions.isEmpty() ? "" : decisions.get(0).id();
    }

    public String action() {
        return Paths.statement(statement.id()) + "/review";
    }

    public String written(String field) {
        return given.getOrDefault(field, "");
    }

    /** Whether the form brings more than verdict and reason, so that it has to be shown open. */
    public boolean hasMore() {
        return given.keySet().stream().anyMatch(name -> !name.equals("verdict") && !name.equals("reason"));
    }

    public static List<Choice> choices() {
        return Arrays.stream(Verdict.values())
                .map(v -> new Choice(v.ordinal() + 1, v.id(), label(v)))
                .toList();
    }

    /** What a verdict is called on a button. */
    public static String label(Verdict verdict) {
        return switch (verdict) {
            case CONFIRM -> "Confirm";
            case REJECT -> "Reject";
            case NEEDS_CONTEXT -> "Needs context";
            case OUT_OF_SCOPE -> "Out of scope";
        };
    }

    /** The flags, where there are several. */
    public List<FlagOption> flags() {
        if (statement.flags().size() < 2) {
            return List.of();
        }
        return statement.flags().stream()
                .map(flag -> new FlagOption(
                        JudgedFlag.of(flag, statement.start()).key(),
                        CategoryNames.fullName(flag.category()) + " · " + flag.rule()))
                .distinct()
                .toList();
    }

    public static List<FlagOption> categories() {
        return Arrays.stream(Category.values())
                .map(category -> new FlagOption(category.id(), CategoryNames.fullName(category)))
                .toList();
    }

    public static RabatFactor[] factors() {
        return RabatFactor.values();
    }

    public static int maxLine() {
        return ReviewForm.MAX_LINE;
    }

    public static int maxNote() {
        return ReviewForm.MAX_NOTE;
    }
}
