package org.watchword.desk.dispatch;

import static org.watchword.desk.digest.TestingStatements.SIX;
import static org.watchword.desk.digest.TestingStatements.YESTERDAY;
import static org.watchword.desk.digest.TestingStatements.changed;
import static org.watchword.desk.digest.TestingStatements.daily;
import static org.watchword.desk.digest.TestingStatements.flag;
import static org.watchword.desk.digest.TestingStatements.in;
import static org.watchword.desk.digest.TestingStatements.inStory;
import static org.watchword.desk.digest.TestingStatements.statement;
import static org.watchword.desk.digest.TestingStatements.vermin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.watchword.desk.InMemorySavedSearches;
import org.watchword.desk.TestingGroups;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.DigestBuilder;
import org.watchword.desk.digest.DigestLanguage;
import org.watchword.desk.digest.DigestLimits;
import org.watchword.desk.digest.DigestLinks;
import org.watchword.desk.digest.InMemoryCaptures;
import org.watchword.desk.digest.InMemoryLedger;
import org.watchword.desk.digest.InMemoryReviews;
import org.watchword.desk.digest.Period;
import org.watchword.desk.health.SourceHealth;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.FlagStatus;
import org.watchword.model.Severity;
import org.watchword.model.SourceDay;
import org.watchword.model.review.Correction;
import org.watchword.model.review.Verdict;

/** Digests from invented countries, built as the desk builds them. */
final class TestingDigests {

    static final String HOSTILE =
            "<script>alert('x')</script> \u202eevil\u202c\r\nTo: all@desk.example\n# heading `code` [a](javascript:x) </td> & \"end\"";

    private static final Duration HOUR = Duration.ofHours(1);

    private TestingDigests() {}

    /** An ordinary morning: something of everything. */
    static Digest morning() {
        return morning(DigestLanguage.DEFAULT);
    }

    /** The same morning in another language. */
    static Digest morning(String language) {
        InMemoryCaptures index = new InMemoryCaptures();
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryReviews reviews = new InMemoryReviews();
        DigestBuilder builder = new DigestBuilder(
                index,
                ledger,
                new InMemorySavedSearches(),
                reviews,
                () -> SourceHealth.of(coverage(), SIX.plus(Duration.ofDays(1))),
                DigestLimits.defaults(),
                new DigestLinks("https://desk.example"),
                TestingGroups.NAMES);
        StatementRecord retracted = statement(
                "retracted",
                "They should all be sent away",
                "Ilse Tarn",
                YESTERDAY.plus(HOUR),
                flag(Category.THREAT_EXPULSION, Severity.HIGH));
        StatementRecord copied = vermin("wire", "They are rats that crawled out of the hills", YESTERDAY.plus(HOUR));
        StatementRecord overruled =
                vermin("overruled", "Rats gnaw at the granaries of the Velmari", YESTERDAY.plus(HOUR.multipliedBy(2)));
        index.put(retracted, copied, overruled);
        builder.build(in(language), new Period(11, YESTERDAY, YESTERDAY, SIX), true);

        index.put(
                reviews.decide(overruled, "ada", Verdict.REJECT, null, Correction.none()),
                reviews.decide(
                        vermin("poison", "The rats were poisoned, the shopkeeper said", SIX.plus(HOUR)),
                        "ada",
                        Verdict.REJECT,
                        null,
                        Correction.none()),
                reviews.decide(
                        statement(
                                "gate",
                                "Nobody will weep at the gate",
                                "Marek Dravec",
                                SIX.plus(HOUR.multipliedBy(5)),
                                flag(Category.THREAT_VEILED, Severity.MEDIUM)),
                        "ada",
                        Verdict.CONFIRM,
                        null,
                        new Correction("Ilse Tarn", null, null)),
                changed(
                        retracted,
                        List.of(flag(Category.THREAT_EXPULSION, Severity.HIGH, FlagStatus.CONTEXT, "velmari")),
                        null,
                        null,
                        retracted.story()),
                inStory(
                        vermin("copy", "They are rats that crawled out of the hills", SIX.plus(HOUR)),
                        "Norvask Beacon",
                        copied.story()),
                statement(
                        "rally",
                        "The Velmari are vermin, and we will drive every one of them back over the river before the winter comes; not one of"
                                + " them shall keep a house, a field or a well on this side, and whoever shelters them shall go with them, he"
                                + " and his children and his children's children, as it was done in our grandfathers' days and as it will be done"
                                + " again, whether the capital likes it or not, for the capital does not live beside them and we do",
                        "Marek Dravec",
                        SIX.plus(HOUR.multipliedBy(2)),
                        flag(Category.DEHUMANIZATION_VERMIN, Severity.HIGH),
                        flag(Category.THREAT_EXPULSION, Severity.HIGH)),
                inStory(
                        statement(
                                "rally-copy",
                                "We will burn what they build",
                                "Marek Dravec",
                                SIX.plus(HOUR.multipliedBy(3)),
                                flag(Category.THREAT_DIRECT, Severity.HIGH)),
                        "Norvask Beacon",
                        "story"),
                inStory(
                        statement(
                                "rally-copy-2",
                                "We will burn what they build!",
                                "Marek Dravec",
                                SIX.plus(HOUR.multipliedBy(4)),
                                flag(Category.THREAT_DIRECT, Severity.HIGH)),
                        "Вестник Орении",
                        "story"),
                statement(
                        "late",
                        "One day they will see",
                        null,
                        YESTERDAY.plus(HOUR),
                        flag(Category.THREAT_VEILED, Severity.MEDIUM, FlagStatus.FLAGGED, null)),
                statement(
                        "rtl",
                        "لا يوجد شعب بهذا الاسم",
                        "سامر الدلي",
                        SIX.plus(HOUR),
                        flag(Category.DENIAL_IDENTITY, Severity.MEDIUM)),
                statement(
                        "hy?a=1&b=<2>",
                        "Նրանք առնետներ են 😀",
                        "Արամ Սարյան",
                        SIX.plus(HOUR),
                        flag(Category.DEHUMANIZATION_VERMIN, Severity.HIGH, FlagStatus.FLAGGED, "tarn-people")));
        return builder.build(in(language), new Period(12, YESTERDAY, SIX, SIX.plus(Duration.ofDays(1))), true);
    }

    static Digest quiet() {
        return new DigestBuilder(
                        new InMemoryCaptures(),
                        new InMemoryLedger(),
                        new InMemorySavedSearches(),
                        new InMemoryReviews(),
                        () -> SourceHealth.of(coverage(), SIX.plus(Duration.ofDays(1))),
                        DigestLimits.defaults(),
                        new DigestLinks("https://desk.example"),
                        TestingGroups.NAMES)
                .build(daily(), new Period(3, SIX, SIX, SIX.plus(Duration.ofDays(1))), true);
    }

    static Digest hostile() {
        InMemoryCaptures index = new InMemoryCaptures();
        index.put(statement(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                SIX.plus(HOUR),
                flag(Category.PURITY, Severity.LOW, FlagStatus.FLAGGED, HOSTILE)));
        return new DigestBuilder(
                        index,
                        new InMemoryLedger(),
                        new InMemorySavedSearches(),
                        new InMemoryReviews(),
                        List::of,
                        DigestLimits.defaults(),
                        new DigestLinks("https://desk.example"),
                        TestingGroups.NAMES)
                .build(daily(), new Period(1, SIX, SIX, SIX.plus(Duration.ofDays(1))), true);
    }

    /** Ten thousand statements as long as can be. */
    static Digest flood() {
        InMemoryCaptures index = new InMemoryCaptures();
        for (int i = 0; i < 10_000; i++) {
            index.put(statement(
                    "p" + i,
                    "Ստատեմենտ " + i + ": " + "they are what they always were and we know it ".repeat(9),
                    "Speaker with quite a long name " + i,
                    SIX.plusSeconds(i),
                    flag(
                            Category.values()[i % Category.values().length],
                            Severity.HIGH,
                            FlagStatus.FLAGGED,
                            "group-" + i % 31)));
        }
        return new DigestBuilder(
                        index,
                        new InMemoryLedger(),
                        new InMemorySavedSearches(),
                        new InMemoryReviews(),
                        () -> SourceHealth.of(coverage(), SIX.plus(Duration.ofDays(1))),
                        DigestLimits.defaults(),
                        new DigestLinks("https://desk.example"),
                        TestingGroups.NAMES)
                .build(daily(), new Period(1, SIX, SIX, SIX.plus(Duration.ofDays(1))), true);
    }

    private static List<SourceDay> coverage() {
        List<SourceDay> days = new ArrayList<>();
        LocalDate first = LocalDate.parse("2031-05-01");
        for (LocalDate day = first; day.isBefore(LocalDate.parse("2031-05-19")); day = day.plusDays(1)) {
            days.add(day("halden-courier", day, 8, 0));
            days.add(day("vestnik-orenii", day, 3, 0));
            days.add(day("norvask-beacon", day, day.getDayOfMonth() > 15 ? 0 : 5, day.getDayOfMonth() > 15 ? 9 : 0));
        }
        return days;
    }

    private static SourceDay day(String source, LocalDate day, long articles, long failed) {
        Instant at = day.atTime(23, 0).toInstant(java.time.ZoneOffset.UTC);
        return new SourceDay(
                source,
                day,
                "one",
                failed > 0 ? 0 : 24,
                failed,
                articles,
                0,
                new TreeMap<>(),
                failed > 0 ? null : at,
                failed > 0 ? at : null,
                failed > 0 ? "http-503: out of order" : null,
                at);
    }
}
