package org.watchword.desk.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchword.desk.digest.TestingStatements.SIX;
import static org.watchword.desk.digest.TestingStatements.YESTERDAY;
import static org.watchword.desk.digest.TestingStatements.changed;
import static org.watchword.desk.digest.TestingStatements.daily;
import static org.watchword.desk.digest.TestingStatements.flag;
import static org.watchword.desk.digest.TestingStatements.inStory;
import static org.watchword.desk.digest.TestingStatements.statement;
import static org.watchword.desk.digest.TestingStatements.subscription;
import static org.watchword.desk.digest.TestingStatements.vermin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.watchword.desk.InMemorySavedSearches;
import org.watchword.desk.TestingGroups;
import org.watchword.desk.digest.Digest.CategoryGroup;
import org.watchword.desk.digest.Digest.Correction;
import org.watchword.desk.digest.Digest.Entry;
import org.watchword.desk.digest.Digest.SpeakerGroup;
import org.watchword.desk.digest.Digest.TargetGroup;
import org.watchword.desk.health.SourceHealth;
import org.watchword.index.SavedSearch;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Severity;
import org.watchword.model.SourceDay;
import org.watchword.model.review.Verdict;

class DigestBuilderTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final DigestLinks LINKS = new DigestLinks("http://desk.example");

    private final InMemoryCaptures index = new InMemoryCaptures();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemorySavedSearches searches = new InMemorySavedSearches();
    private final InMemoryReviews reviews = new InMemoryReviews();
    private final List<SourceDay> coverage = new ArrayList<>();

    private DigestBuilder builder(DigestLimits limits) {
        return new DigestBuilder(
                index,
                ledger,
                searches,
                reviews,
                () -> SourceHealth.of(coverage, SIX),
                limits,
                LINKS,
                TestingGroups.NAMES);
    }

    private Digest build(int number, Instant from, Instant to) {
        return builder(DigestLimits.defaults()).build(daily(), new Period(number, YESTERDAY, from, to), true);
    }

    @Test
    void whatWasCapturedInItsTimeIsGroupedByCategoryTargetAndSpeaker() {
        index.put(
                vermin("a", "They are rats", YESTERDAY),
                vermin("b", "Rats again", SIX.minusSeconds(1)),
                vermin("early", "Too early", YESTERDAY.minusSeconds(1)),
                vermin("on-time", "For tomorrow", SIX),
                statement(
                        "c", "We will act", null, YESTERDAY.plus(HOUR), flag(Category.THREAT_VEILED, Severity.MEDIUM)));

        Digest digest = build(1, YESTERDAY, SIX);

        assertThat(digest.total()).isEqualTo(3);
        assertThat(digest.categories())
                .extracting(CategoryGroup::category)
                .containsExactly(Category.DEHUMANIZATION_VERMIN, Category.THREAT_VEILED);
        TargetGroup target = digest.categories().get(0).targets().get(0);
        assertThat(target.target()).isEqualTo("velmari");
        assertThat(target.speakers())
                .extracting(SpeakerGroup::name, SpeakerGroup::total)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Marek Dravec", 2L));
        assertThat(texts(digest)).containsExactly("They are rats", "Rats again", "We will act");
        assertThat(digest.categories().get(1).targets().get(0).speakers().get(0).named())
                .isFalse();
    }

    @Test
    void theNextIssueTellsWhatCameLateAndNothingTwice() {
        index.put(vermin("a", "They are rats", YESTERDAY.plus(HOUR)));
        build(1, YESTERDAY, SIX);
        index.put(
                vermin("late", "Came late", YESTERDAY.plus(HOUR)),
                vermin("new", "Came in time", SIX.plus(HOUR)),
                vermin("before", "Before the beginning", YESTERDAY.minus(HOUR)));

        Digest next = build(2, SIX, SIX.plus(DAY));

        assertThat(entries(next))
                .extracting(Entry::text, Entry::late)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Came late", true),
                        org.assertj.core.groups.Tuple.tuple("Came in time", false));
        assertThat(next.late()).isEqualTo(1);
        assertThat(build(3, SIX.plus(DAY), SIX.plus(DAY).plus(DAY)).total()).isZero();
    }

    @Test
    void anIssueBuiltAgainIsTheSame() {
        StatementRecord told = vermin("a", "They are rats", YESTERDAY.plus(HOUR));
        index.put(told);
        build(1, YESTERDAY, SIX);
        index.put(changed(told, List.of(), null, null, told.story()), vermin("b", "Others too", SIX.plus(HOUR)));

        Digest first = build(2, SIX, SIX.plus(DAY));
        Digest again = build(2, SIX, SIX.plus(DAY));

        assertThat(again).isEqualTo(first);
        assertThat(first.corrections()).hasSize(1);
        assertThat(first.total()).isEqualTo(1);
    }

    @Test
    void copiesInOneStoryAreOneAndFurtherCopiesLaterAreKnown() {
        StatementRecord first = vermin("a", "They are rats", YESTERDAY.plus(HOUR));
        index.put(
                first,
                inStory(
                        vermin("b", "They are rats!", YESTERDAY.plus(HOUR).plusSeconds(1)),
                        "The Beacon",
                        first.story()),
                vermin("other-story", "They are rats", YESTERDAY.plus(HOUR).plusSeconds(2)));

        Digest digest = build(1, YESTERDAY, SIX);

        assertThat(digest.total()).isEqualTo(3);
        assertThat(digest.fresh()).isEqualTo(2);
        assertThat(entries(digest).get(0).copies()).isEqualTo(2);
        assertThat(entries(digest).get(0).outlets()).containsExactly("The Beacon");

        index.put(inStory(vermin("c", "They are rats", SIX.plus(HOUR)), "The Mail", first.story()));
        Digest next = build(2, SIX, SIX.plus(DAY));
        assertThat(next.fresh()).isZero();
        assertThat(next.seen()).isEqualTo(1);
        assertThat(entries(next)).singleElement().extracting(Entry::seenIn).isEqualTo(1);
    }

    @Test
    void whatIsNoLongerSoIsCorrectedOnce() {
        StatementRecord lowered = vermin("lowered", "Words one", YESTERDAY.plus(HOUR));
        StatementRecord vanished = vermin("vanished", "Words two", YESTERDAY.plus(HOUR));
        StatementRecord superseded = vermin("superseded", "Words three", YESTERDAY.plus(HOUR));
        StatementRecord raised = vermin("raised", "Words four", YESTERDAY.plus(HOUR));
        StatementRecord gone = vermin("gone", "Words five", YESTERDAY.plus(HOUR));
        StatementRecord same = vermin("same", "Words six", YESTERDAY.plus(HOUR));
        index.put(lowered, vanished, superseded, raised, gone, same);
        build(1, YESTERDAY, SIX);
        index.put(
                changed(
                        lowered,
                        List.of(flag(Category.DEHUMANIZATION_VERMIN, Severity.HIGH, FlagStatus.CONTEXT, "velmari")),
                        null,
                        null,
                        lowered.story()),
                changed(vanished, vanished.flags(), null, SIX.plus(HOUR), vanished.story()),
                changed(superseded, superseded.flags(), "later", null, superseded.story()),
                changed(
                        raised,
                        List.of(raised.flags().get(0), flag(Category.THREAT_DIRECT, Severity.HIGH)),
                        null,
                        null,
                        raised.story()));
        index.remove(gone);

        Digest next = build(2, SIX, SIX.plus(DAY));

        assertThat(next.corrections())
                .extracting(Correction::kind)
                .containsExactly(
                        Change.FLAG_LOWERED, Change.FLAG_CHANGED, Change.VANISHED, Change.SUPERSEDED, Change.GONE);
        assertThat(next.corrections().get(0).words())
                .isEqualTo("no longer flagged: Dehumanization: vermin, insects, parasites");
        assertThat(next.corrections()).extracting(Correction::issue).containsOnly(1);
        assertThat(build(3, SIX.plus(DAY), SIX.plus(DAY).plus(DAY)).corrections())
                .isEmpty();
    }

    @Test
    void whatReviewersRejectedBeforeIsLeftOutAndSaidSo() {
        index.put(
                vermin("a", "They are rats", YESTERDAY.plus(HOUR)),
                rejected(vermin("b", "Rats ate the grain", YESTERDAY.plus(HOUR)), null));
        Digest digest = build(1, YESTERDAY, SIX);
        assertThat(texts(digest)).containsExactly("They are rats");
        assertThat(digest.reviewed()).isEqualTo(new Digest.Reviewed(1, 0));
        assertThat(digest.search()).contains("captured");
        assertThat(ledger.sent()).hasSize(1);
    }

    @Test
    void whatReviewersRejectedSinceIsCorrectedOnce() {
        StatementRecord told = vermin("a", "Rats ate the grain", YESTERDAY.plus(HOUR));
        index.put(told);
        build(1, YESTERDAY, SIX);
        index.put(rejected(told, null));

        Digest next = build(2, SIX, SIX.plus(DAY));

        assertThat(next.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.kind()).isEqualTo(Change.REJECTED);
            assertThat(correction.words()).isEqualTo("rejected on review: Dehumanization: vermin, insects, parasites");
        });
        assertThat(next.reviewed()).isEqualTo(new Digest.Reviewed(0, 1));
        assertThat(build(3, SIX.plus(DAY), SIX.plus(DAY).plus(DAY)).corrections())
                .isEmpty();

        // A second reviewer differs: nobody has settled it, so it counts.
        index.put(reviews.decide(told, "ben", Verdict.CONFIRM, null, none()));
        Digest last = build(4, SIX.plus(DAY.multipliedBy(2)), SIX.plus(DAY.multipliedBy(3)));
        assertThat(last.corrections()).extracting(Correction::kind).containsExactly(Change.REINSTATED);
    }

    @Test
    void ofAStatementWithTwoFlagsOnlyTheRejectedOneIsLeftOut() {
        StatementRecord two = statement(
                "a",
                "Rats, and we will act",
                "Marek Dravec",
                YESTERDAY.plus(HOUR),
                flag(Category.DEHUMANIZATION_VERMIN, Severity.HIGH),
                new Flag(
                        Category.THREAT_VEILED,
                        FlagStatus.FLAGGED,
                        "other-rule",
                        "test/pack@0",
                        Severity.MEDIUM,
                        6,
                        9,
                        null,
                        List.of(),
                        1));
        index.put(rejected(two, "test-rule@0-3"));
        Digest digest = build(1, YESTERDAY, SIX);
        assertThat(digest.categories()).extracting(CategoryGroup::category).containsExactly(Category.THREAT_VEILED);
        assertThat(digest.reviewed().leftOut()).isZero();
    }

    @Test
    void whatReviewersPutIntoAnotherCategoryIsStillTold() {
        StatementRecord a = vermin("a", "They are rats", YESTERDAY.plus(HOUR));
        index.put(reviews.decide(
                a,
                "ada",
                Verdict.CONFIRM,
                null,
                new org.watchword.model.review.Correction(null, null, Category.PURITY.id())));
        Digest digest = build(1, YESTERDAY, SIX);
        assertThat(entries(digest)).singleElement().satisfies(entry -> {
            assertThat(entry.review()).isEqualTo("confirmed");
            assertThat(entry.corrected()).isEqualTo("Purity");
        });
    }

    private StatementRecord rejected(StatementRecord statement, @Nullable String flag) {
        return reviews.decide(statement, "ada", Verdict.REJECT, flag, none());
    }

    private static org.watchword.model.review.Correction none() {
        return org.watchword.model.review.Correction.none();
    }

    @Test
    void aFlagThatOnlyTheIndexTakesForWantedIsLeftOut() {
        // The index knows that one flag is a threat and that one counts, not that they are the same.
        index.put(statement(
                "a",
                "Not a threat",
                "Ilse Tarn",
                YESTERDAY.plus(HOUR),
                flag(Category.THREAT_VEILED, Severity.HIGH, FlagStatus.CONTEXT, "velmari"),
                flag(Category.PURITY, Severity.HIGH)));
        Digest digest = builder(DigestLimits.defaults())
                .build(
                        subscription("", List.of("threat"), Severity.LOW, Set.of(Format.HTML)),
                        new Period(1, YESTERDAY, YESTERDAY, SIX),
                        true);
        assertThat(digest.total()).isZero();
    }

    @Test
    void aRefusedQueryIsToldAndNothingIsTakenForSeen() {
        index.put(vermin("a", "They are rats", YESTERDAY.plus(HOUR)));
        Digest digest = builder(DigestLimits.defaults())
                .build(
                        subscription("\"rats", List.of(), Severity.LOW, Set.of(Format.HTML)),
                        new Period(1, YESTERDAY, YESTERDAY, SIX),
                        true);
        assertThat(digest.rejected()).isEqualTo("This quotation mark is never closed");
        assertThat(ledger.sent()).isEmpty();
    }

    private Digest following(String parameters) {
        searches.named("Rats").ifPresent(searches::remove);
        searches.create(SavedSearch.of("Rats", "", parameters, "anna", YESTERDAY));
        return builder(DigestLimits.defaults())
                .build(TestingStatements.following("rats"), Period.alone(YESTERDAY, SIX), false);
    }

    @Test
    void aSavedSearchIsFollowedAsItIsWhenTheIssueIsMade() {
        index.put(
                vermin("a", "They are rats", YESTERDAY.plus(HOUR)),
                statement(
                        "b",
                        "Rats, said she",
                        "Ilse Tarn",
                        YESTERDAY,
                        flag(Category.DEHUMANIZATION_VERMIN, Severity.LOW)),
                statement("c", "We will act", null, YESTERDAY, flag(Category.THREAT_VEILED, Severity.MEDIUM)));

        assertThat(texts(following("q=ats"))).containsExactlyInAnyOrder("They are rats", "Rats, said she");
        assertThat(texts(following("category=threat&status=flagged"))).containsExactly("We will act");
        assertThat(texts(following("severity=low&severity=medium")))
                .containsExactlyInAnyOrder("Rats, said she", "We will act");
        Digest said = following("q=ats&speaker=Ilse+Tarn");
        assertThat(texts(said)).containsExactly("Rats, said she");
        assertThat(said.scope()).contains("saved search “rats”", "match ats", "speaker Ilse Tarn");
        assertThat(said.search()).contains("speaker=Ilse+Tarn");
    }

    @Test
    void aSavedSearchThatCannotBeFollowedIsToldWithTheReason() {
        assertThat(following("q=rats&from=2031").rejected()).contains("“rats” has dates of its own");
        assertThat(following("status=context").rejected()).contains("leaves out what is flagged");
        assertThat(following("sort=sideways").rejected())
                .contains("“rats” cannot be read: 'sort' has no value 'sideways'");
        searches.named("rats").ifPresent(searches::remove);
        Digest gone = builder(DigestLimits.defaults())
                .build(TestingStatements.following("rats"), new Period(1, YESTERDAY, YESTERDAY, SIX), true);
        assertThat(gone.rejected()).isEqualTo("there is no saved search “rats” any more");
        assertThat(ledger.sent()).isEmpty();
    }

    @Test
    void aDigestMadeForALookLeavesNoTrace() {
        index.put(vermin("a", "They are rats", YESTERDAY.plus(HOUR)));
        Digest digest = builder(DigestLimits.defaults()).build(daily(), Period.alone(YESTERDAY, SIX), false);
        assertThat(digest.total()).isEqualTo(1);
        assertThat(ledger.sent()).isEmpty();
    }

    @Test
    void tenThousandMatchesAreCountedAndTheGravestOfEachGroupShown() {
        for (int i = 0; i < 10_000; i++) {
            Severity severity = i % 100 == 7 ? Severity.HIGH : Severity.LOW;
            Category category = Category.values()[i % Category.values().length];
            index.put(statement(
                    "p" + i,
                    "Statement number " + i,
                    "Speaker " + i % 700,
                    YESTERDAY.plusSeconds(i),
                    flag(category, severity, FlagStatus.FLAGGED, "group-" + i % 30)));
        }
        Digest digest = build(1, YESTERDAY, SIX);

        assertThat(digest.total()).isEqualTo(10_000);
        assertThat(digest.categories().stream().mapToLong(CategoryGroup::total).sum())
                .isEqualTo(10_000);
        assertThat(entries(digest)).hasSize(DigestLimits.defaults().entries());
        digest.categories().forEach(category -> {
            assertThat(category.targets()).hasSizeLessThanOrEqualTo(8);
            assertThat(category.targets().stream().mapToLong(TargetGroup::total).sum() + category.more())
                    .isEqualTo(category.total());
            category.targets().forEach(target -> assertThat(target.speakers().stream()
                                    .flatMap(s -> s.entries().stream())
                                    .mapToLong(Entry::copies)
                                    .sum()
                            + target.more())
                    .isEqualTo(target.total()));
        });
        assertThat(ledger.sent()).hasSize(10_000);
        assertThat(build(2, SIX, SIX.plus(DAY)).total()).isZero();
    }

    @Test
    void usualIsTheMedianOfTheDaysOnWhichSomethingWasRead() {
        for (int back = 1; back <= 20; back++) {
            Instant day = YESTERDAY.minus(DAY.multipliedBy(back));
            if (back != 4) {
                covered(day, back == 5 ? 0 : 3);
            }
            for (int i = 0; i < (back == 4 ? 50 : 2); i++) {
                index.put(vermin("usual-" + back + '-' + i, "Usual " + back + ' ' + i, day.plus(HOUR)));
            }
        }
        covered(YESTERDAY, 3);
        for (int i = 0; i < 5; i++) {
            index.put(vermin("today-" + i, "Today " + i, YESTERDAY.plus(HOUR)));
        }
        Digest digest = builder(DigestLimits.defaults()).build(daily(), new Period(1, YESTERDAY, YESTERDAY, SIX), true);

        Digest.Usual usual = java.util.Objects.requireNonNull(digest.normal());
        assertThat(usual.median()).isEqualTo(2);
        // Not the day with 50, on which nothing was read; nor one on which it could not be; nor the first.
        assertThat(usual.most()).isEqualTo(2);
        assertThat(usual.days()).isEqualTo(17);
        assertThat(usual.isAboveAll()).isTrue();
        assertThat(digest.categories().get(0).usual()).isEqualTo(2);
    }

    @Test
    void nothingIsToldWithWhatWasRead() {
        covered(YESTERDAY, 3);
        covered(SIX, 3);
        coverage.add(day("beacon", SIX, 0, 4));
        Digest digest = build(1, YESTERDAY, SIX);
        assertThat(digest.isEmpty()).isTrue();
        assertThat(digest.coverage().sources()).isEqualTo(2);
        assertThat(digest.coverage().read()).isEqualTo(1);
        assertThat(digest.coverage().troubles()).singleElement().satisfies(trouble -> assertThat(trouble.source())
                .isEqualTo("beacon"));
    }

    @Test
    void anIssueThatCoversSeveralTimesSaysSo() {
        assertThat(build(1, YESTERDAY, SIX).periods()).isEqualTo(1);
        assertThat(build(2, SIX, SIX.plus(DAY.multipliedBy(3))).periods()).isEqualTo(3);
    }

    private void covered(Instant at, long reached) {
        coverage.add(day("halden-courier", at, reached, 0));
    }

    private static SourceDay day(String source, Instant at, long reached, long failed) {
        return new SourceDay(
                source,
                at.atZone(ZoneOffset.UTC).toLocalDate(),
                "one",
                reached,
                failed,
                reached,
                0,
                new TreeMap<>(),
                reached == 0 ? null : at,
                failed == 0 ? null : at,
                failed == 0 ? null : "http-503: out of order",
                at);
    }

    private static List<Entry> entries(Digest digest) {
        return digest.categories().stream()
                .flatMap(c -> c.targets().stream())
                .flatMap(t -> t.speakers().stream())
                .flatMap(s -> s.entries().stream())
                .toList();
    }

    private static List<String> texts(Digest digest) {
        return entries(digest).stream().map(Entry::text).toList();
    }
}
