package org.watchword.analyze.opinion;

import java.util.List;
import java.util.Map;
import org.watchword.model.Category;

/**
 * The category a candidate is filed under. The model tells degrading from threatening only; the families of words that stand in the
 * sentence tell the rest. A guess, for whoever reviews.
 */
final class CandidateCategory {

    private static final List<Map.Entry<String, Category>> DEGRADING = List.of(
            Map.entry("@vermin", Category.DEHUMANIZATION_VERMIN),
            Map.entry("@swarm", Category.DEHUMANIZATION_VERMIN),
            Map.entry("@infest", Category.DEHUMANIZATION_VERMIN),
            Map.entry("@disease", Category.DEHUMANIZATION_DISEASE),
            Map.entry("@filth", Category.DEHUMANIZATION_DISEASE),
            Map.entry("@filthy", Category.DEHUMANIZATION_DISEASE),
            Map.entry("@demon", Category.DEHUMANIZATION_DEMON),
            Map.entry("@evil", Category.DEHUMANIZATION_DEMON),
            Map.entry("@animal", Category.DEHUMANIZATION_ANIMAL),
            Map.entry("@beast-strong", Category.DEHUMANIZATION_ANIMAL));

    private static final List<Map.Entry<String, Category>> THREATENING = List.of(
            Map.entry("@remove", Category.THREAT_EXPULSION),
            Map.entry("@remove-past", Category.THREAT_EXPULSION),
            Map.entry("@cut-off", Category.THREAT_DEPRIVATION),
            Map.entry("@destroyed", Category.THREAT_DESTRUCTION),
            Map.entry("we", Category.THREAT_DIRECT));

    private CandidateCategory() {}

    static Category of(Judgement judgement, List<String> features) {
        return judgement.threatens()
                ? first(THREATENING, features, Category.INCITEMENT_VIOLENCE)
                : first(DEGRADING, features, Category.DEHUMANIZATION_OBJECT);
    }

    private static Category first(List<Map.Entry<String, Category>> order, List<String> features, Category other) {
        return order.stream()
                .filter(entry -> features.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(other);
    }
}
