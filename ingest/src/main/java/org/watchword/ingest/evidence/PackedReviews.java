package org.watchword.ingest.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.model.review.Review;
import tools.jackson.databind.json.JsonMapper;

/** What people decided on the statements of a package: each decision once, the oldest first, a line of JSON as it is kept. */
final class PackedReviews {

    static final String FILE = "evidence/reviews.jsonl";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Review> byId = new LinkedHashMap<>();

    PackedReviews(Map<String, List<Review>> decisions) {
        decisions.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Review::at).thenComparing(Review::id))
                .forEach(review -> byId.putIfAbsent(review.id(), review));
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    String lines() {
        StringBuilder lines = new StringBuilder();
        byId.values()
                .forEach(review -> lines.append(JSON.writeValueAsString(review)).append('\n'));
        return lines.toString();
    }

    /** Those on the words of a claim. */
    List<Review> on(Claim claim) {
        String subject = claim.subject();
        return byId.values().stream()
                .filter(review -> review.subject().equals(subject))
                .toList();
    }

    /** That each decision is the one the custody log tells of; of those that it does not tell of, nothing. */
    List<Step> steps(Claim claim, List<CustodyLog.Line> custody) {
        List<String> order = ids();
        List<Step> steps = new ArrayList<>();
        for (Review review : on(claim)) {
            custody.stream()
                    .filter(line -> line.entry().detail("decision").equals(review.id()))
                    .findFirst()
                    .ifPresent(line -> steps.add(new Step(
                            "The decision " + review.id() + " has the digest that line "
                                    + line.entry().seq() + " of the custody log names.",
                            "sed -n " + (order.indexOf(review.id()) + 1) + "p " + FILE
                                    + " | tr -d '\\n' | sha256sum | cut -c1-64",
                            line.entry().detail("sha256"))));
        }
        return steps;
    }

    /** A decision in a row of a report. */
    static Block.Row row(Review review) {
        StringBuilder said = new StringBuilder(review.verdict().id());
        add(said, " of the flag ", review.flag());
        add(said, "; reason: ", review.reason());
        add(said, "; note: ", review.note());
        add(said, "; speaker put right: ", review.correction().speaker());
        add(said, "; group put right: ", review.correction().target());
        add(said, "; category put right: ", review.correction().category());
        return new Block.Row(review.at() + ", " + review.kind().id() + " by " + review.reviewer(), said.toString());
    }

    private static void add(StringBuilder said, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            said.append(name).append(value.strip());
        }
    }
}
