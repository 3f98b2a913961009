package org.watchword.desk.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.HealthSource;
import org.watchword.desk.digest.Digest.Coverage;
import org.watchword.desk.digest.Digest.Trouble;
import org.watchword.desk.health.SourceHealth;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.CaptureIndex;
import org.watchword.index.CaptureQuery;
import org.watchword.index.DigestLedger;
import org.watchword.index.QueryException;
import org.watchword.index.ReviewIndex;
import org.watchword.index.SavedSearches;
import org.watchword.index.SentStatement;
import org.watchword.index.StatementRecord;
import org.watchword.model.ContentHash;
import org.watchword.model.Flag;

/**
 * Gathers an issue. The same issue built again, by whomever, tells the same statements: what it told itself does not count as told. Memory
 * grows with the number of different words by some hundred bytes each.
 */
public final class DigestBuilder {

    private static final int TROUBLES = 15;
    private static final int MOST_PERIODS = 1_000;

    private final CaptureIndex index;
    private final DigestLedger ledger;
    private final HealthSource health;
    private final DigestLimits limits;
    private final DigestLinks links;
    private final GroupNames groups;
    private final FollowedSearch followed;
    private final ReviewedFlags reviewed;

    public DigestBuilder(
            CaptureIndex index,
            DigestLedger ledger,
            SavedSearches searches,
            ReviewIndex reviews,
            HealthSource health,
            DigestLimits limits,
            DigestLinks links,
            GroupNames groups) {
        this.index = index;
        this.ledger = ledger;
        this.health = health;
        this.limits = limits;
        this.links = links;
        this.groups = groups;
        this.followed = new FollowedSearch(searches);
        this.reviewed = new ReviewedFlags(reviews);
    }

    /**
     * Gathers what a period holds.
     *
     * @param record whether what is told is kept in mind, so that it is not told again
     */
    public Digest build(Subscription given, Period period, boolean record) {
        try {
            return gathered(followed.of(given), period, record);
        } catch (QueryException e) {
            return digest(
                    given,
                    period,
                    Objects.toString(e.getMessage(), ""),
                    new Tally(limits.entriesPerGroup()),
                    null,
                    null,
                    sources(given));
        }
    }

    private Digest gathered(Subscription subscription, Period period, boolean record) {
        List<SourceHealth> sources = sources(subscription);
        Instant earliest = latest(period.since(), period.from().minus(limits.lookback()));
        CaptureQuery query = new CaptureQuery(subscription.query(), subscription.facets(), earliest, period.to());
        Tally tally = new Tally(limits.entriesPerGroup());
        gather(query, subscription, period, tally, record && period.isCounted());
        Corrections corrections = new Corrections(
                        subscription, DigestLanguage.of(subscription.mailLanguage()), links, limits.corrections())
                .since(
                        period.to().minus(limits.lookback()),
                        period,
                        index,
                        ledger,
                        reviewed,
                        record && period.isCounted());
        UsualDay usual = UsualDay.before(
                period.from(), period.to(), subscription.schedule().zone(), query, index, sources);
        return digest(subscription, period, null, tally, corrections, usual, sources);
    }

    private List<SourceHealth> sources(Subscription subscription) {
        return health.sources().stream()
                .filter(source -> subscription.reads(source.source()))
                .toList();
    }

    private void gather(CaptureQuery query, Subscription subscription, Period period, Tally tally, boolean record) {
        SeenWords words = new SeenWords(ledger, index, subscription.id(), period.isCounted() ? period.number() : 0);
        index.walk(query, page -> {
            Map<String, SentStatement> told = period.isCounted()
                    ? ledger.sent(
                            subscription.id(),
                            page.stream().map(StatementRecord::id).toList())
                    : Map.of();
            List<StatementRecord> untold = page.stream()
                    .filter(s -> !isTold(told.get(s.id()), period))
                    .filter(s -> s.flags().stream().anyMatch(subscription::wants))
                    .toList();
            Map<String, Integer> seen = words.of(untold);
            List<SentStatement> sent = new ArrayList<>();
            for (StatementRecord statement : untold) {
                List<Flag> counting = reviewed.counting(statement);
                List<Flag> flags = counting.stream()
                        .filter(subscription::wants)
                        .sorted(Tally.gravestFirst())
                        .toList();
                if (flags.isEmpty()) {
                    tally.leaveOut();
                    continue;
                }
                boolean late = statement.capturedAt().isBefore(period.from());
                tally.add(statement, flags, late, seen.get(statement.id()));
                sent.add(sent(subscription, period, statement, Told.of(statement, counting)));
            }
            if (record) {
                ledger.record(sent);
            }
        });
    }

    private static boolean isTold(@Nullable SentStatement told, Period period) {
        return told != null && told.issue() < period.number();
    }

    private static SentStatement sent(
            Subscription subscription, Period period, StatementRecord statement, String told) {
        return new SentStatement(
                subscription.id(),
                statement.id(),
                statement.documentId(),
                ContentHash.wordsId(statement.text()),
                period.number(),
                statement.capturedAt(),
                period.to(),
                told,
                period.number(),
                told);
    }

    private Digest digest(
            Subscription subscription,
            Period period,
            @Nullable String rejected,
            Tally tally,
            @Nullable Corrections corrections,
            @Nullable UsualDay usual,
            List<SourceHealth> sources) {
        Map<String, Double> medians = usual == null ? Map.of() : usual.categories();
        DigestLanguage language = DigestLanguage.of(subscription.mailLanguage());
        return new Digest(
                subscription.id(),
                period.number(),
                subscription.title(),
                language.tag(),
                period.from(),
                period.to(),
                subscription.schedule().zone().getId(),
                periods(subscription.schedule(), period),
                ScopeWords.of(subscription, language),
                rejected,
                tally.total(),
                tally.fresh(),
                tally.late(),
                tally.seen(),
                new Digest.Reviewed(tally.leftOut(), corrections == null ? 0 : corrections.rejected()),
                usual == null ? null : usual.all(),
                new Arrangement(subscription, period, limits, links, medians, language, groups).of(tally),
                corrections == null ? List.of() : corrections.listed(),
                corrections == null ? 0 : corrections.further(),
                coverage(sources, period, subscription, language),
                links.search(subscription, period.from(), period.to(), Map.of()));
    }

    private static int periods(Schedule schedule, Period period) {
        int periods = 0;
        for (Instant due = schedule.next(period.from());
                !due.isAfter(period.to()) && periods < MOST_PERIODS;
                due = schedule.next(due)) {
            periods++;
        }
        return Math.max(1, periods);
    }

    private Coverage coverage(
            List<SourceHealth> sources, Period period, Subscription subscription, DigestLanguage language) {
        LocalDate first = LocalDate.ofInstant(period.from(), ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(period.to().minusNanos(1), ZoneOffset.UTC);
        int read = 0;
        long articles = 0;
        for (SourceHealth source : sources) {
            var days = source.days().stream()
                    .filter(d -> !d.day().isBefore(first) && !d.day().isAfter(last))
                    .toList();
            read += days.stream().anyMatch(d -> d.reached() > 0) ? 1 : 0;
            articles += days.stream().mapToLong(d -> d.articles()).sum();
        }
        TroubleWords words = new TroubleWords(language, subscription.schedule().zone());
        List<Trouble> troubles = sources.stream()
                .filter(source -> source.condition().isWarning())
                .sorted(Comparator.comparing(SourceHealth::condition).thenComparing(SourceHealth::source))
                .map(source -> new Trouble(
                        source.source(), words.condition(source), words.of(source), links.source(source.source())))
                .collect(Collectors.toList());
        int shown = Math.min(troubles.size(), TROUBLES);
        return new Coverage(sources.size(), read, articles, troubles.subList(0, shown), troubles.size() - shown);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
