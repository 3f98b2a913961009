package org.watchword.desk.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.watchword.desk.page.CategoryNames;
import org.watchword.desk.page.Labels;
import org.watchword.index.Facet;
import org.watchword.model.Severity;

/** What a subscription asks for, in a sentence without a full stop. */
final class ScopeWords {

    private ScopeWords() {}

    static String of(Subscription subscription) {
        List<String> parts = new ArrayList<>();
        subscription.savedSearch().ifPresent(name -> parts.add("what the saved search “" + name + "” finds"));
        parts.add(
                subscription.query().isBlank()
                        ? "flagged statements"
                        : "flagged statements that match " + subscription.query());
        if (!subscription.categories().isEmpty()) {
            parts.add("of "
                    + subscription.categories().stream()
                            .map(CategoryNames::ofValue)
                            .collect(Collectors.joining("; ")));
        }
        if (subscription.severity() != Severity.LOW) {
            parts.add("of " + subscription.severity().id()
                    + (subscription.severity() == Severity.HIGH ? " severity" : " or high severity"));
        }
        if (!subscription.sources().isEmpty()) {
            parts.add("from " + String.join(", ", subscription.sources()));
        }
        if (!subscription.languages().isEmpty()) {
            parts.add("in "
                    + subscription.languages().stream().map(Labels::language).collect(Collectors.joining(", ")));
        }
        subscription.further().forEach((facet, values) -> {
            if (facet != Facet.SEVERITY) {
                parts.add(facet.parameter() + ' ' + String.join(" or ", values));
            }
        });
        return String.join(", ", parts);
    }
}
