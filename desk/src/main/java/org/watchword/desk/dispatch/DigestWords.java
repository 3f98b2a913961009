package org.watchword.desk.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.Digest.CategoryGroup;
import org.watchword.desk.digest.Digest.Correction;
import org.watchword.desk.digest.Digest.Coverage;
import org.watchword.desk.digest.Digest.Entry;
import org.watchword.desk.digest.Digest.SpeakerGroup;
import org.watchword.desk.digest.Digest.TargetGroup;
import org.watchword.desk.page.Labels;

/** The sentences of a digest, the same in a mail, a page and a file; in English. Values are not yet escaped. */
public final class DigestWords {

    /** Stands under every digest. */
    public static final String CAUTION =
            "Labels are indicators for a human reader, never findings of law. Read the words in their context before you rely on one.";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Digest digest;
    private final ZoneId zone;

    public DigestWords(Digest digest) {
        this.digest = digest;
        this.zone = ZoneId.of(digest.zone());
    }

    /** The subject of its mail and the title of its entry in a feed. */
    public String subject() {
        return digest.title() + ": " + headline() + ", "
                + DAY.format(digest.to().atZone(zone));
    }

    /** What it holds, in few words. */
    public String headline() {
        if (digest.rejected() != null) {
            return "query refused";
        }
        if (digest.total() == 0) {
            return digest.corrections().isEmpty()
                    ? "nothing found"
                    : "nothing found, " + Labels.count(corrections(), "correction", "corrections");
        }
        return Labels.count(digest.fresh(), "new statement", "new statements")
                + (corrections() == 0 ? "" : ", " + Labels.count(corrections(), "correction", "corrections"));
    }

    private long corrections() {
        return digest.corrections().size() + digest.moreCorrections();
    }

    /** The number of the issue. */
    public String issue() {
        return digest.number() == 0 ? "made by hand" : "No. " + digest.number();
    }

    /** Which time it covers. */
    public String period() {
        String period =
                "Captured from " + minute(digest.from()) + " to " + minute(digest.to()) + " (" + digest.zone() + ")";
        return digest.periods() > 1
                ? period + ". It covers " + digest.periods()
                        + " periods, because none was made in between; nothing is left out."
                : period;
    }

    /** What was asked for. */
    public String scope() {
        return "Holds " + digest.scope() + ".";
    }

    /** Numbers, one sentence each. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        if (digest.rejected() != null) {
            lines.add("The query was refused, so nothing can be said about this time: " + digest.rejected()
                    + ". Once it is mended, the next digest covers this time too.");
            return lines;
        }
        if (digest.total() == 0) {
            lines.add(
                    "Nothing was found in this time. What that is worth depends on what was read: see Coverage below.");
        } else {
            lines.add(Labels.count(digest.total(), "statement", "statements") + " in all; "
                    + Labels.number(digest.fresh()) + " of them new, copies counted once"
                    + (digest.seen() == 0
                            ? ""
                            : "; "
                                    + Labels.count(
                                            digest.seen(),
                                            "is a further copy of words told before",
                                            "are further copies of words told before"))
                    + '.');
        }
        if (digest.late() > 0) {
            lines.add(Labels.count(digest.late(), "was captured", "were captured")
                    + " before this time and came too late for the digest before; marked late.");
        }
        lines.add(usual());
        return lines;
    }

    private String usual() {
        Digest.Usual usual = digest.normal();
        if (usual == null) {
            return "What is usual cannot be told yet: fewer than 7 days of the four weeks before are known.";
        }
        String length = usual.length() == 1
                ? ""
                : " Over " + usual.length() + " days that is " + decimal(usual.median() * usual.length()) + '.';
        return "Usual: " + decimal(usual.median()) + " a day, at most " + Labels.number(usual.most()) + " (over "
                + usual.days() + " days of the four weeks before)." + length
                + (usual.isAboveAll()
                        ? " Now there are " + Labels.number(usual.now()) + ": more than on any of these days."
                        : "");
    }

    /** Beside a category's name. */
    public String category(CategoryGroup group) {
        Double usual = group.usual();
        return Labels.number(group.total()) + (usual == null ? "" : " (usually " + decimal(usual) + " a day)");
    }

    /** About whom. */
    public String target(TargetGroup group) {
        return group.target().isEmpty() ? "no group named" : "about " + group.target();
    }

    /** Who speaks. */
    public String speaker(SpeakerGroup speaker) {
        return speaker.name() + (speaker.named() ? "" : " (the outlet; no speaker named)");
    }

    /** What is not shown of a group; empty when nothing. */
    public String more(TargetGroup group) {
        return group.more() == 0 ? "" : "and " + Labels.count(group.more(), "more statement", "more statements");
    }

    /** What is not shown of a category; empty when nothing. */
    public String more(CategoryGroup group) {
        return group.more() == 0
                ? ""
                : "and " + Labels.count(group.more(), "statement", "statements") + " about further groups";
    }

    /** Where and when it was said. */
    public String place(Entry entry) {
        Instant published = entry.publishedAt();
        return entry.outlet() + ", "
                + (published == null ? "no date given" : Labels.day(published)) + ", captured "
                + minute(entry.capturedAt());
    }

    /** What a reader must know of a statement before relying on it. */
    public List<String> notes(Entry entry) {
        List<String> notes = new ArrayList<>();
        if (entry.late()) {
            notes.add("late: captured before this time");
        }
        if (entry.seenIn() > 0) {
            notes.add("further copy of words told in No. " + entry.seenIn());
        }
        Instant vanished = entry.vanishedAt();
        if (vanished != null) {
            notes.add("no longer on its page since " + minute(vanished));
        }
        if (entry.copies() > 1) {
            notes.add(Labels.count(entry.copies() - 1L, "copy", "copies")
                    + (entry.outlets().isEmpty()
                            ? " on other pages"
                            : ", also in " + String.join(", ", entry.outlets())));
        }
        return notes;
    }

    /** What was told earlier and is no longer so. */
    public String correction(Correction correction) {
        return "No. " + correction.issue() + ": " + correction.words();
    }

    /** Corrections that are not listed; empty when all are. */
    public String moreCorrections() {
        return digest.moreCorrections() == 0
                ? ""
                : "and " + Labels.count(digest.moreCorrections(), "further correction", "further corrections");
    }

    /** What was looked at. */
    public String coverage() {
        Coverage coverage = digest.coverage();
        if (coverage.sources() == 0) {
            return "No source has been looked at yet: silence says nothing.";
        }
        String read = coverage.read() == coverage.sources()
                ? "All " + Labels.count(coverage.sources(), "source was", "sources were") + " read"
                : coverage.read() + " of " + Labels.count(coverage.sources(), "source was", "sources were") + " read";
        return read + " on the days of this digest, with " + Labels.count(coverage.articles(), "new page", "new pages")
                + ".";
    }

    /** Sources in trouble that are not listed; empty when all are. */
    public String moreTroubles() {
        int more = digest.coverage().moreTroubles();
        return more == 0 ? "" : "and " + Labels.count(more, "further source", "further sources") + " in trouble";
    }

    private String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    /** The day it ends on, by which its files are named. */
    public LocalDate day() {
        return LocalDate.ofInstant(digest.to(), zone);
    }

    private static String decimal(double number) {
        return number == Math.rint(number)
                ? Labels.number((long) number)
                : String.format(Locale.ENGLISH, "%.1f", number);
    }
}
