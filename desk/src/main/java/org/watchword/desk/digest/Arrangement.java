package org.watchword.desk.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.digest.Digest.CategoryGroup;
import org.watchword.desk.digest.Digest.Entry;
import org.watchword.desk.digest.Digest.SpeakerGroup;
import org.watchword.desk.digest.Digest.TargetGroup;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.Facet;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.review.Correction;

/** Lays a tally out: every group gets its share of the room before any gets more. */
final class Arrangement {

    private static final int TEXT = 320;
    private static final int TITLE = 140;
    private static final int NAME = 120;
    private static final int TARGETS = 8;

    private final Subscription subscription;
    private final Period period;
    private final DigestLimits limits;
    private final DigestLinks links;
    private final Map<String, Double> usual;
    private final DigestLanguage language;
    private final GroupNames groups;

    /** @param usual median of a usual day by category id; empty while too few days are known */
    Arrangement(
            Subscription subscription,
            Period period,
            DigestLimits limits,
            DigestLinks links,
            Map<String, Double> usual,
            DigestLanguage language,
            GroupNames groups) {
        this.subscription = subscription;
        this.period = period;
        this.limits = limits;
        this.links = links;
        this.usual = usual;
        this.language = language;
        this.groups = groups;
    }

    List<CategoryGroup> of(Tally tally) {
        Map<Category, Map<String, Tally.Group>> shown = new LinkedHashMap<>();
        Map<Category, Long> totals = new HashMap<>();
        tally.groups().forEach((category, targets) -> {
            shown.put(category, fullest(targets));
            totals.put(
                    category,
                    targets.values().stream().mapToLong(Tally.Group::total).sum());
        });
        Map<Tally.Group, Integer> shares = shares(inTurn(shown.values()));
        List<CategoryGroup> categories = new ArrayList<>();
        shown.forEach((category, targets) -> {
            List<TargetGroup> laidOut = new ArrayList<>();
            targets.forEach((target, group) -> {
                if (shares.containsKey(group)) {
                    laidOut.add(target(category, target, group, shares));
                }
            });
            long total = totals.getOrDefault(category, 0L);
            long told = laidOut.stream().mapToLong(TargetGroup::total).sum();
            categories.add(new CategoryGroup(
                    category,
                    language.category(category),
                    total,
                    usual(category),
                    laidOut,
                    total - told,
                    search(category, null)));
        });
        return categories;
    }

    private @Nullable Double usual(Category category) {
        return usual.isEmpty() ? null : usual.getOrDefault(category.id(), 0.0);
    }

    private static Map<String, Tally.Group> fullest(Map<String, Tally.Group> targets) {
        Map<String, Tally.Group> fullest = new LinkedHashMap<>();
        targets.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Tally.Group> e) ->
                                -e.getValue().total())
                        .thenComparing(Map.Entry::getKey))
                .limit(TARGETS)
                .forEach(e -> fullest.put(e.getKey(), e.getValue()));
        return fullest;
    }

    /** The fullest group of each category, then the second of each, and so on. */
    private static List<Tally.Group> inTurn(Collection<Map<String, Tally.Group>> categories) {
        List<Tally.Group> groups = new ArrayList<>();
        for (int rank = 0; rank < TARGETS; rank++) {
            int skipped = rank;
            categories.forEach(targets ->
                    targets.values().stream().skip(skipped).findFirst().ifPresent(groups::add));
        }
        return groups;
    }

    /** How many entries of each group are shown; a group that has no room is missing. */
    private Map<Tally.Group, Integer> shares(List<Tally.Group> groups) {
        Map<Tally.Group, Integer> shares = new IdentityHashMap<>();
        int room = limits.entries();
        for (int round = 1; round <= limits.entriesPerGroup(); round++) {
            for (Tally.Group group : groups) {
                if (room > 0 && group.kept().size() >= round) {
                    shares.put(group, round);
                    room--;
                }
            }
        }
        return shares;
    }

    private TargetGroup target(Category category, String target, Tally.Group group, Map<Tally.Group, Integer> shares) {
        int share = shares.getOrDefault(group, 0);
        Map<Tally.Voice, List<Cluster>> byVoice = new LinkedHashMap<>();
        group.kept().stream().limit(share).forEach(cluster -> byVoice.computeIfAbsent(
                        group.voice(cluster.lead()), v -> new ArrayList<>())
                .add(cluster));
        List<SpeakerGroup> speakers = byVoice.entrySet().stream()
                .map(e -> new SpeakerGroup(
                        Shortened.of(e.getKey().name(language), NAME),
                        e.getKey().named(),
                        Shortened.of(e.getKey().office(), NAME),
                        e.getKey().total(),
                        e.getValue().stream().map(this::entry).toList()))
                .toList();
        long told =
                group.kept().stream().limit(share).mapToLong(Cluster::copies).sum();
        return new TargetGroup(
                target,
                target.isEmpty() ? "" : Shortened.of(groups.of(target), NAME),
                group.total(),
                speakers,
                group.total() - told,
                search(category, target));
    }

    private String search(Category category, @Nullable String target) {
        return links.search(
                subscription,
                period.from(),
                period.to(),
                target == null || target.isEmpty()
                        ? Map.of(Facet.CATEGORY, List.of(category.id()))
                        : Map.of(Facet.CATEGORY, List.of(category.id()), Facet.TARGET, List.of(target)));
    }

    private @Nullable String corrected(StatementRecord statement) {
        Correction correction = statement.standing().agreed();
        String category = correction.category();
        String corrected = Stream.of(
                        correction.speaker(),
                        correction.target(),
                        category == null ? null : language.categoryOrFamily(category))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return corrected.isEmpty() ? null : Shortened.of(corrected, NAME);
    }

    private Entry entry(Cluster cluster) {
        StatementRecord statement = cluster.lead();
        return new Entry(
                statement.id(),
                Shortened.of(statement.text(), TEXT),
                statement.language(),
                cluster.flags().stream()
                        .map(f -> language.category(f.category()))
                        .distinct()
                        .toList(),
                cluster.flag().rule(),
                cluster.flag().severity().id(),
                Shortened.of(statement.outlet(), NAME),
                statement.title() == null ? null : Shortened.of(statement.title(), TITLE),
                statement.url(),
                statement.publishedAt(),
                statement.capturedAt(),
                statement.archive() == null ? null : statement.archive().sha256(),
                cluster.late(),
                statement.vanishedAt(),
                cluster.copies(),
                cluster.outlets().stream().map(o -> Shortened.of(o, NAME)).toList(),
                cluster.seenIn(),
                statement.standing().isReviewed() ? statement.standing().state().id() : null,
                corrected(statement),
                links.statement(statement.id()));
    }
}
