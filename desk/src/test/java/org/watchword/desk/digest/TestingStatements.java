package org.watchword.desk.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementRecord;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Category;
import org.watchword.model.ContentHash;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.PageEdits;
import org.watchword.model.Severity;
import org.watchword.model.Speaker;
import org.watchword.model.Target;

/** Statements from invented countries. */
public final class TestingStatements {

    public static final Instant SIX = Instant.parse("2031-05-17T06:00:00Z");
    public static final Instant YESTERDAY = SIX.minus(Duration.ofDays(1));

    private TestingStatements() {}

    public static Subscription daily() {
        return subscription("", List.of(), Severity.LOW, Set.of(Format.MAIL, Format.HTML));
    }

    public static Subscription subscription(
            String query, List<String> categories, Severity severity, Set<Format> formats) {
        return new Subscription(
                "daily",
                "Halden daily",
                Optional.empty(),
                query,
                categories,
                severity,
                List.of(),
                List.of(),
                Schedule.of("0 6 * * *", ZoneId.of("UTC")),
                List.of("analyst@desk.example"),
                DigestLanguage.DEFAULT,
                formats,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** The daily digest in another language. */
    public static Subscription in(String language) {
        Subscription daily = daily();
        return new Subscription(
                daily.id(),
                daily.title(),
                daily.savedSearch(),
                daily.query(),
                daily.categories(),
                daily.severity(),
                daily.sources(),
                daily.languages(),
                daily.schedule(),
                daily.recipients(),
                language,
                daily.formats(),
                daily.webhook(),
                daily.token(),
                daily.further());
    }

    /** A subscription to a saved search. */
    public static Subscription following(String search) {
        Subscription daily = daily();
        return new Subscription(
                daily.id(),
                daily.title(),
                Optional.of(search),
                "",
                List.of(),
                daily.severity(),
                List.of(),
                List.of(),
                daily.schedule(),
                daily.recipients(),
                daily.mailLanguage(),
                daily.formats(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public static StatementRecord vermin(String page, String text, Instant capturedAt) {
        return statement(page, text, "Marek Dravec", capturedAt, flag(Category.DEHUMANIZATION_VERMIN, Severity.HIGH));
    }

    public static Flag flag(Category category, Severity severity) {
        return flag(category, severity, FlagStatus.FLAGGED, "velmari");
    }

    public static Flag flag(Category category, Severity severity, FlagStatus status, @Nullable String group) {
        return new Flag(
                category,
                status,
                "test-rule",
                "test/pack@0",
                severity,
                0,
                3,
                group == null ? null : new Target(0, 3, "The", group),
                List.of(),
                1);
    }

    public static StatementRecord statement(
            String page, String text, @Nullable String speaker, Instant capturedAt, Flag... flags) {
        String url = "https://courier.example/" + page;
        String document = ContentHash.documentId(url);
        String digest = ContentHash.sha256Hex(text);
        return new StatementRecord(
                ContentHash.statementId(url, digest, 0, text.length()),
                0,
                text.length(),
                text,
                speaker == null ? null : new Speaker(speaker, speaker, "deputy", null),
                List.of(flags),
                document,
                url,
                "Thousands hear " + page,
                capturedAt.minusSeconds(7_200),
                capturedAt,
                "The Halden Courier",
                "halden-courier",
                "en",
                digest,
                new ArchiveRef("a.warc.gz", 0, "urn:uuid:0", digest),
                null,
                null,
                PageEdits.NONE,
                document);
    }

    public static StatementRecord changed(
            StatementRecord s,
            List<Flag> flags,
            @Nullable String supersededBy,
            @Nullable Instant vanishedAt,
            String story) {
        return new StatementRecord(
                s.id(),
                s.start(),
                s.end(),
                s.text(),
                s.speaker(),
                flags,
                s.documentId(),
                s.url(),
                s.title(),
                s.publishedAt(),
                s.capturedAt(),
                s.outlet(),
                s.source(),
                s.language(),
                s.textSha256(),
                s.archive(),
                supersededBy,
                vanishedAt,
                s.edited(),
                story);
    }

    public static StatementRecord inStory(StatementRecord s, String outlet, String story) {
        StatementRecord moved = changed(s, s.flags(), null, null, story);
        return new StatementRecord(
                moved.id(),
                moved.start(),
                moved.end(),
                moved.text(),
                moved.speaker(),
                moved.flags(),
                moved.documentId(),
                moved.url(),
                moved.title(),
                moved.publishedAt(),
                moved.capturedAt(),
                outlet,
                moved.source(),
                moved.language(),
                moved.textSha256(),
                moved.archive(),
                null,
                null,
                moved.edited(),
                story);
    }
}
