package org.watchword.desk.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchword.index.Facet;
import org.watchword.model.Severity;

/** What a subscription asks for, in a sentence without a full stop. */
final class ScopeWords {

    private static final String SEPARATOR = ", ";

    private ScopeWords() {}

    static String of(Subscription subscription, DigestLanguage in) {
        List<String> parts = new ArrayList<>();
        subscription.savedSearch().ifPresent(name -> parts.add(in.say("scope.saved", Map.of("name", name))));
        parts.add(
                subscription.query().isBlank()
                        ? in.say("scope.all")
                        : in.say("scope.query", Map.of("query", subscription.query())));
        if (!subscription.categories().isEmpty()) {
            String categories =
                    subscription.categories().stream().map(in::categoryOrFamily).collect(Collectors.joining("; "));
            parts.add(in.say("scope.categories", Map.of("categories", categories)));
        }
        if (subscription.severity() != Severity.LOW) {
            parts.add(in.say("scope.severity." + subscription.severity().id()));
        }
        if (!subscription.sources().isEmpty()) {
            parts.add(in.say("scope.sources", Map.of("sources", String.join(SEPARATOR, subscription.sources()))));
        }
        if (!subscription.languages().isEmpty()) {
            String languages =
                    subscription.languages().stream().map(in::language).collect(Collectors.joining(SEPARATOR));
            parts.add(in.say("scope.languages", Map.of("languages", languages)));
        }
        subscription.further().forEach((facet, values) -> {
            if (facet != Facet.SEVERITY) {
                parts.add(facet.parameter() + ' ' + in.anyOf(values));
            }
        });
        return String.join(SEPARATOR, parts);
    }
}
