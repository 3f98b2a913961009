package org.watchword.bench.names;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.watchword.analyze.name.FoundName;
import org.watchword.bench.names.LabelledText.Label;
import org.watchword.model.EntityType;

/** Counts names found exactly, by type; same span and same type, nothing else counts. */
final class Scores {

    private final Map<EntityType, int[]> counts = new EnumMap<>(EntityType.class);

    void add(List<Label> gold, List<FoundName> found) {
        Set<FoundName> expected = new HashSet<>();
        for (Label label : gold) {
            if (label.type() != null) {
                expected.add(new FoundName(label.start(), label.end(), label.type()));
            }
        }
        for (FoundName name : found) {
            count(name.type())[expected.contains(name) ? 0 : 1]++;
        }
        Set<FoundName> missed = new HashSet<>(expected);
        found.forEach(missed::remove);
        for (FoundName name : missed) {
            count(name.type())[2]++;
        }
    }

    private int[] count(EntityType type) {
        return counts.computeIfAbsent(type, t -> new int[3]);
    }

    /** F1 of the types together; 0 when nothing is right. */
    double f1(EntityType... types) {
        int[] sum = sum(types);
        return sum[0] == 0 ? 0 : 2.0 * sum[0] / (2.0 * sum[0] + sum[1] + sum[2]);
    }

    private int[] sum(EntityType... types) {
        int[] sum = new int[3];
        for (EntityType type : types) {
            int[] c = count(type);
            for (int i = 0; i < 3; i++) {
                sum[i] += c[i];
            }
        }
        return sum;
    }

    String line() {
        StringBuilder line =
                new StringBuilder("three " + figures(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION));
        for (EntityType type :
                List.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION, EntityType.GROUP)) {
            line.append("  ").append(type.name().substring(0, 3)).append(' ').append(figures(type));
        }
        return line.toString();
    }

    private String figures(EntityType... types) {
        int[] c = sum(types);
        return String.format(
                Locale.ROOT,
                "%.3f (p %.3f r %.3f n %d)",
                f1(types),
                c[0] + c[1] == 0 ? 0 : c[0] / (double) (c[0] + c[1]),
                c[0] + c[2] == 0 ? 0 : c[0] / (double) (c[0] + c[2]),
                c[0] + c[2]);
    }
}
