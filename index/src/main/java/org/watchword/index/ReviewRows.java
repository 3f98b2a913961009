package org.watchword.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Flag;
import org.watchword.model.Speaker;
import org.watchword.model.review.JudgedFlag;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewFold;
import org.watchword.model.review.ReviewFold.Outcome;
import org.watchword.model.review.ReviewKind;
import org.watchword.model.review.ReviewSummary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of decisions: one for the same words of a page, with every decision on them and, worked out from these, what is counted. And the
 * part of a statement's row that tells where it stands.
 */
final class ReviewRows {

    /** Between the parts of a word that is counted as a whole; occurs in no account name, for forms refuse control characters. */
    static final char SEPARATOR = '\u001f';

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> NULLABLE = List.of("agreement", "adjudicator", "at", "latest");

    private ReviewRows() {}

    /** The row of all decisions on the same words of a page. */
    static ObjectNode row(ReviewFold fold) {
        Review newest = fold.decisions().get(fold.decisions().size() - 1);
        ReviewSummary summary = fold.summary();
        ObjectNode row = JSON.createObjectNode();
        row.put("documentId", newest.documentId());
        row.put("words", newest.words());
        row.put("statementId", newest.statementId());
        row.put("state", summary.state().id());
        row.put("agreement", Objects.requireNonNull(summary.agreement()).id());
        row.put("at", newest.at().toString());
        row.put("crossed", summary.crossed());
        outcomes(row, fold);
        pairs(row.putArray("pairs"), summary.verdicts());
        row.set("decisions", JSON.valueToTree(fold.decisions()));
        return row;
    }

    /** The decisions of a row. */
    static ReviewFold fold(ObjectNode row) {
        List<Review> decisions = new ArrayList<>();
        for (JsonNode decision : row.get("decisions")) {
            decisions.add(JSON.treeToValue(decision, Review.class));
        }
        return ReviewFold.of(decisions);
    }

    /** What became of rules and categories: right only where every flag of the statement by that rule was, wrong where one was. */
    private static void outcomes(ObjectNode row, ReviewFold fold) {
        for (Outcome outcome : Outcome.values()) {
            row.putArray(field("rules", outcome));
            row.putArray(field("categories", outcome));
        }
        worst(fold, JudgedFlag::rule)
                .forEach((rule, outcome) -> array(row, field("rules", outcome)).add(rule));
        worst(fold, flag -> flag.category().id())
                .forEach((category, outcome) ->
                        array(row, field("categories", outcome)).add(category));
    }

    private static SortedMap<String, Outcome> worst(ReviewFold fold, Function<JudgedFlag, String> key) {
        return fold.outcomes().stream()
                .collect(Collectors.toMap(
                        o -> key.apply(o.flag()),
                        ReviewFold.FlagOutcome::outcome,
                        (a, b) -> a == b ? a : a == Outcome.WRONG || b == Outcome.WRONG ? Outcome.WRONG : Outcome.OPEN,
                        TreeMap::new));
    }

    private static ArrayNode array(ObjectNode row, String field) {
        return (ArrayNode) row.get(field);
    }

    /** The field that lists rules or categories with an outcome: {@code rulesRight}. */
    static String field(String what, Outcome outcome) {
        String name = outcome.name().toLowerCase(Locale.ROOT);
        return what + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Each two reviewers with what they hold, in order of their names. */
    private static void pairs(ArrayNode into, List<ReviewSummary.Voice> verdicts) {
        List<ReviewSummary.Voice> byName = verdicts.stream()
                .sorted(Comparator.comparing(ReviewSummary.Voice::reviewer))
                .toList();
        for (int i = 0; i < byName.size(); i++) {
            for (int j = i + 1; j < byName.size(); j++) {
                into.add(byName.get(i).reviewer()
                        + SEPARATOR
                        + byName.get(j).reviewer()
                        + SEPARATOR
                        + byName.get(i).verdict().id()
                        + SEPARATOR
                        + byName.get(j).verdict().id());
            }
        }
    }

    /**
     * The fields of a statement's row that decisions change.
     *
     * @param speaker whom the machine attributes the statement to now
     * @param flags the statement has now
     * @param start of the statement
     */
    static ObjectNode onStatement(ReviewFold fold, @Nullable Speaker speaker, List<Flag> flags, int start) {
        String name = speaker == null ? null : speaker.name();
        ReviewSummary summary = fold.summary().asChanged(isChanged(fold, name, JudgedFlag.of(flags, start)));
        ObjectNode review = JSON.valueToTree(summary);
        // An update adds to what is there: what no longer holds has to be said.
        NULLABLE.stream().filter(field -> !review.has(field)).forEach(review::putNull);
        ObjectNode correction = review.putObject("correction");
        correction.put("speaker", summary.correction().speaker());
        correction.put("target", summary.correction().target());
        correction.put("category", summary.correction().category());
        ArrayNode reviewers = review.putArray("reviewers");
        fold.decisions().stream()
                .filter(d -> d.kind() == ReviewKind.REVIEW)
                .map(Review::reviewer)
                .distinct()
                .sorted()
                .forEach(reviewers::add);
        ObjectNode fields = Corrected.fields(speaker, flags, summary);
        fields.set("review", review);
        return fields;
    }

    /** Whether the newest decision was about another speaker, or other flags, than are found now. */
    private static boolean isChanged(ReviewFold fold, @Nullable String speaker, List<JudgedFlag> flags) {
        Review newest = fold.decisions().get(fold.decisions().size() - 1);
        return !keys(newest.judged()).equals(keys(flags)) || !Objects.equals(newest.attributed(), speaker);
    }

    private static TreeSet<String> keys(List<JudgedFlag> flags) {
        return flags.stream()
                .map(f -> f.category().id() + ' ' + f.status().id() + ' ' + f.rule() + ' ' + f.target())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
