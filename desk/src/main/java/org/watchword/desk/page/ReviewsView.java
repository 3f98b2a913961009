package org.watchword.desk.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.review.Precision;
import org.watchword.desk.review.ReviewReport;
import org.watchword.model.Category;

/** What reviewing has shown: how often rules are right, and how far reviewers agree. */
public record ReviewsView(ReviewReport report) {

    public String number(long count) {
        return Labels.number(count);
    }

    public String state(String id) {
        return Labels.review(id);
    }

    public String stateHref(String id) {
        return "/?review=" + Paths.segment(id);
    }

    public String ruleHref(String id) {
        return Paths.rule(id);
    }

    public String categoryHref(String id) {
        return "/?category=" + Paths.segment(id);
    }

    public String category(String id) {
        return Category.find(id).map(CategoryNames::fullName).orElse(id);
    }

    public String percent(@Nullable Double share) {
        return Labels.percent(share);
    }

    /** {@code 61–97 %}. */
    public String interval(Precision precision) {
        return Labels.interval(precision);
    }

    public String kappa(ReviewReport.Pair pair) {
        return pair.kappa() == null || pair.standardError() == null
                ? "no figure"
                : String.format(Locale.ENGLISH, "%.2f (± %.2f)", pair.kappa(), pair.standardError());
    }
}
