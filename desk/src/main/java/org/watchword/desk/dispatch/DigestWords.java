package org.watchword.desk.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.Digest.CategoryGroup;
import org.watchword.desk.digest.Digest.Correction;
import org.watchword.desk.digest.Digest.Coverage;
import org.watchword.desk.digest.Digest.Entry;
import org.watchword.desk.digest.Digest.SpeakerGroup;
import org.watchword.desk.digest.Digest.TargetGroup;
import org.watchword.desk.digest.DigestLanguage;
import org.watchword.model.review.ReviewState;

/** The sentences of a digest, the same in a mail, a page and a file, in the digest's language. Values are not yet escaped. */
public final class DigestWords {

    /** States of review that a reader must know of; of rejected statements nothing is told. */
    private static final Set<String> NOTED = Set.of(
            ReviewState.CONFIRMED.id(),
            ReviewState.NEEDS_CONTEXT.id(),
            ReviewState.OUT_OF_SCOPE.id(),
            ReviewState.DISPUTED.id());

    private final Digest digest;
    private final DigestLanguage language;
    private final ZoneId zone;

    public DigestWords(Digest digest) {
        this.digest = digest;
        this.language = DigestLanguage.of(digest.language());
        this.zone = ZoneId.of(digest.zone());
    }

    /** A label as it is: a heading, the name of a link. */
    public String label(String key) {
        return language.say(key);
    }

    /** Its sentences run from right to left. */
    public boolean isRightToLeft() {
        return language.isRightToLeft();
    }

    /** The subject of its mail and the title of its entry in a feed. */
    public String subject() {
        return language.say(
                "subject",
                Map.of("title", digest.title(), "headline", headline(), "day", language.day(digest.to(), zone)));
    }

    /** What it holds, in few words. */
    public String headline() {
        if (digest.rejected() != null) {
            return language.say("headline.rejected");
        }
        String found = digest.total() == 0 ? language.say("headline.nothing") : count("headline.new", digest.fresh());
        long corrections = digest.corrections().size() + digest.moreCorrections();
        return corrections == 0
                ? found
                : language.say(
                        "headline.both", Map.of("first", found, "second", count("headline.corrections", corrections)));
    }

    /** The number of the issue. */
    public String issue() {
        return digest.number() == 0 ? language.say("issue.hand") : numbered("issue", digest.number());
    }

    /** Which time it covers. */
    public String period() {
        String period = language.say(
                "period", Map.of("from", minute(digest.from()), "to", minute(digest.to()), "zone", digest.zone()));
        return digest.periods() > 1 ? period + ' ' + count("period.several", digest.periods()) : period;
    }

    /** What was asked for. */
    public String scope() {
        return language.say("scope", Map.of("scope", digest.scope()));
    }

    /** Numbers, one sentence each. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        String rejected = digest.rejected();
        if (rejected != null) {
            lines.add(language.say("summary.rejected", Map.of("why", rejected)));
            return lines;
        }
        if (digest.total() == 0) {
            lines.add(language.say("summary.nothing"));
        } else {
            lines.add(language.say("summary.total", Map.of("n", digest.total(), "fresh", digest.fresh()))
                    + (digest.seen() == 0 ? "" : ' ' + count("summary.seen", digest.seen())));
        }
        if (digest.late() > 0) {
            lines.add(count("summary.late", digest.late()));
        }
        if (digest.reviewed().leftOut() > 0) {
            lines.add(count("summary.left-out", digest.reviewed().leftOut()));
        }
        if (digest.reviewed().retracted() > 0) {
            lines.add(count("summary.retracted", digest.reviewed().retracted()));
        }
        lines.add(usual());
        return lines;
    }

    private String usual() {
        Digest.Usual usual = digest.normal();
        if (usual == null) {
            return language.say("usual.unknown");
        }
        String median = language.number(usual.median());
        String words = language.say("usual", Map.of("median", median, "most", usual.most(), "days", usual.days()));
        if (usual.length() > 1) {
            String all = language.number(usual.median() * usual.length());
            words += ' ' + language.say("usual.length", Map.of("n", usual.length(), "median", all));
        }
        return usual.isAboveAll() ? words + ' ' + count("usual.above", usual.now()) : words;
    }

    /** Beside a category's name. */
    public String category(CategoryGroup group) {
        Double usual = group.usual();
        String total = language.number(group.total());
        return usual == null
                ? total
                : language.say("category.usual", Map.of("n", total, "usual", language.number(usual)));
    }

    /** About whom. */
    public String target(TargetGroup group) {
        return group.target().isEmpty()
                ? language.say("target.none")
                : language.say("target", Map.of("group", group.name()));
    }

    /** A number by itself. */
    public String number(long number) {
        return language.number(number);
    }

    /** How grave a statement is. */
    public String severity(Entry entry) {
        return language.say("severity." + entry.severity());
    }

    /** Who speaks. */
    public String speaker(SpeakerGroup speaker) {
        return speaker.named() ? speaker.name() : language.say("speaker.outlet", Map.of("name", speaker.name()));
    }

    /** What is not shown of a group; empty when nothing. */
    public String more(TargetGroup group) {
        return group.more() == 0 ? "" : count("more.target", group.more());
    }

    /** What is not shown of a category; empty when nothing. */
    public String more(CategoryGroup group) {
        return group.more() == 0 ? "" : count("more.category", group.more());
    }

    /** When it was said, and captured. */
    public String when(Entry entry) {
        Instant published = entry.publishedAt();
        return language.say(
                "place",
                Map.of(
                        "published",
                        published == null ? language.say("place.undated") : language.day(published, ZoneOffset.UTC),
                        "captured",
                        minute(entry.capturedAt())));
    }

    /** What a reader must know of a statement before relying on it. */
    public List<String> notes(Entry entry) {
        List<String> notes = new ArrayList<>();
        if (entry.late()) {
            notes.add(language.say("note.late"));
        }
        if (entry.seenIn() > 0) {
            notes.add(numbered("note.seen", entry.seenIn()));
        }
        String review = entry.review();
        if (review != null && NOTED.contains(review)) {
            notes.add(language.say("note.review." + review));
        }
        String corrected = entry.corrected();
        if (corrected != null) {
            notes.add(language.say("note.review.corrected", Map.of("what", corrected)));
        }
        Instant vanished = entry.vanishedAt();
        if (vanished != null) {
            notes.add(language.say("note.vanished", Map.of("at", minute(vanished))));
        }
        if (entry.copies() > 1) {
            long others = entry.copies() - 1L;
            notes.add(
                    entry.outlets().isEmpty()
                            ? count("note.copies", others)
                            : language.say(
                                    "note.copies.outlets",
                                    Map.of("n", others, "outlets", String.join(", ", entry.outlets()))));
        }
        return notes;
    }

    /** What was told earlier and is no longer so. */
    public String correction(Correction correction) {
        return language.say("correction", Map.of("n", language.plain(correction.issue()), "words", correction.words()));
    }

    /** Corrections that are not listed; empty when all are. */
    public String moreCorrections() {
        return digest.moreCorrections() == 0 ? "" : count("correction.more", digest.moreCorrections());
    }

    /** What was looked at. */
    public String coverage() {
        Coverage coverage = digest.coverage();
        if (coverage.sources() == 0) {
            return language.say("coverage.none");
        }
        return language.say(
                coverage.read() == coverage.sources() ? "coverage.all" : "coverage.some",
                Map.of("n", coverage.sources(), "read", coverage.read(), "articles", coverage.articles()));
    }

    /** Sources in trouble that are not listed; empty when all are. */
    public String moreTroubles() {
        int more = digest.coverage().moreTroubles();
        return more == 0 ? "" : count("trouble.more", more);
    }

    private String count(String key, long n) {
        return language.say(key, Map.of("n", n));
    }

    private String numbered(String key, int n) {
        return language.say(key, Map.of("n", language.plain(n)));
    }

    private String minute(Instant at) {
        return language.minute(at, zone);
    }

    /** The day it ends on, by which its files are named. */
    public LocalDate day() {
        return LocalDate.ofInstant(digest.to(), zone);
    }
}
