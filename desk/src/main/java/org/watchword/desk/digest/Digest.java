package org.watchword.desk.digest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Category;

/**
 * One issue of a digest: all that its mail, files, feed and webhook say. Its JSON is the webhook's body.
 *
 * @param id the digest's
 * @param number of the issue, from 1; 0 for one made by hand that is not counted
 * @param title for people
 * @param language BCP 47 tag of the language it is written in; {@link DigestLanguage#DEFAULT} in one that does not say
 * @param from first moment of capture it covers
 * @param to the moment it covers up to
 * @param zone time zone its times are told in
 * @param periods times it was due since {@code from}; more than 1 when it was made late
 * @param scope what was asked for, in words
 * @param rejected why the index could not understand the query; absent when it could
 * @param total statements told, copies counted each
 * @param fresh of them, those whose words were not told before; copies among them counted once
 * @param late of {@code total}, those captured before {@code from} that reached the index after the issue before
 * @param seen further copies of statements told before
 * @param reviewed what reviewers took back
 * @param normal what is usual; absent while too few days are known
 * @param categories what was found
 * @param corrections what has changed of statements told before
 * @param moreCorrections corrections beyond those listed
 * @param coverage what was looked at
 * @param search address of the desk's search for all of it
 */
@JsonPropertyOrder({
    "id",
    "number",
    "title",
    "language",
    "from",
    "to",
    "zone",
    "periods",
    "scope",
    "rejected",
    "total",
    "fresh",
    "late",
    "seen",
    "reviewed",
    "normal",
    "categories",
    "corrections",
    "moreCorrections",
    "coverage",
    "search"
})
public record Digest(
        String id,
        int number,
        String title,
        String language,
        Instant from,
        Instant to,
        String zone,
        int periods,
        String scope,
        @Nullable String rejected,
        long total,
        long fresh,
        long late,
        long seen,
        Reviewed reviewed,
        @Nullable Usual normal,
        List<CategoryGroup> categories,
        List<Correction> corrections,
        long moreCorrections,
        Coverage coverage,
        String search) {

    @SuppressWarnings("ConstantValue") // An issue that was made before there were these says nothing of them.
    public Digest {
        language = language == null ? DigestLanguage.DEFAULT : language;
        reviewed = reviewed == null ? new Reviewed(0, 0) : reviewed;
        categories = List.copyOf(categories);
        corrections = List.copyOf(corrections);
    }

    /** Whether there is nothing to tell but the coverage. */
    public boolean isEmpty() {
        return total == 0 && corrections.isEmpty() && rejected == null;
    }

    /**
     * What reviewers rejected.
     *
     * @param leftOut statements of this time that are not told, because they were rejected before it was made
     * @param retracted of the corrections, those of statements that were told and have been rejected since
     */
    @JsonPropertyOrder({"leftOut", "retracted"})
    public record Reviewed(long leftOut, long retracted) {}

    /**
     * What is usual for a day: over the days of the four weeks before on which at least one of the sources was read.
     *
     * @param days such days
     * @param median statements on the middle one, copies counted each
     * @param most statements on the fullest one
     * @param length days this issue covers, rounded, at least 1
     * @param now statements captured in the time this issue covers, counted in the same way
     */
    @JsonPropertyOrder({"days", "median", "most", "length", "now"})
    public record Usual(int days, double median, long most, int length, long now) {

        /** Whether there is more than on any of those days, day for day. */
        public boolean isAboveAll() {
            return now > most * length;
        }
    }

    /**
     * Statements of one category. A statement with flags of several stands under the gravest.
     *
     * @param name for people
     * @param total statements, copies counted each
     * @param usual median of a usual day; absent while too few days are known
     * @param targets by the group that is spoken of
     * @param more statements about further groups
     * @param search address of the desk's search for all of them
     */
    @JsonPropertyOrder({"category", "name", "total", "usual", "targets", "more", "search"})
    public record CategoryGroup(
            Category category,
            String name,
            long total,
            @Nullable Double usual,
            List<TargetGroup> targets,
            long more,
            String search) {

        public CategoryGroup {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Statements of one category about one group.
     *
     * @param target the group's id; empty when no group is named
     * @param name of the group, for people
     * @param total statements, copies counted each
     * @param speakers by who said it
     * @param more statements, beyond the ones shown
     * @param search address of the desk's search for all of them
     */
    @JsonPropertyOrder({"target", "name", "total", "speakers", "more", "search"})
    public record TargetGroup(
            String target, String name, long total, List<SpeakerGroup> speakers, long more, String search) {

        public TargetGroup {
            speakers = List.copyOf(speakers);
        }
    }

    /**
     * What one speaker said.
     *
     * @param name in full or, where nobody is named, the outlet that speaks
     * @param named whether it is a person's
     * @param office what the texts say the speaker is; empty when nothing
     * @param total statements, copies counted each
     * @param entries the gravest of them
     */
    @JsonPropertyOrder({"name", "named", "office", "total", "entries"})
    public record SpeakerGroup(String name, boolean named, String office, long total, List<Entry> entries) {

        public SpeakerGroup {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One statement.
     *
     * @param statementId its id
     * @param text its words, shortened at the end when long
     * @param language BCP 47 tag
     * @param labels its flags' categories, for people, the gravest first
     * @param rule the rule behind the first
     * @param severity of the first
     * @param outlet who published it
     * @param page headline of the page
     * @param url of the page, as fetched
     * @param publishedAt when the page says it was published
     * @param capturedAt when the bytes were received
     * @param sha256 digest of the captured bytes; absent when they are in no archive
     * @param late whether it was captured before the time this issue covers
     * @param vanishedAt when its page was first captured without it
     * @param copies statements with the same words in this issue, itself included
     * @param outlets further outlets that have them, the first few
     * @param seenIn the issue that told these words first; 0 when they are new
     * @param review where it stands after review, an id of {@link org.watchword.model.review.ReviewState}; absent while nobody has decided
     * @param corrected what reviewers put right: speaker, group, category; absent when nothing
     * @param link to the statement on the desk
     */
    @JsonPropertyOrder({
        "statementId",
        "text",
        "language",
        "labels",
        "rule",
        "severity",
        "outlet",
        "page",
        "url",
        "publishedAt",
        "capturedAt",
        "sha256",
        "late",
        "vanishedAt",
        "copies",
        "outlets",
        "seenIn",
        "review",
        "corrected",
        "link"
    })
    public record Entry(
            String statementId,
            String text,
            String language,
            List<String> labels,
            String rule,
            String severity,
            String outlet,
            @Nullable String page,
            String url,
            @Nullable Instant publishedAt,
            Instant capturedAt,
            @Nullable String sha256,
            boolean late,
            @Nullable Instant vanishedAt,
            int copies,
            List<String> outlets,
            int seenIn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String review,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String corrected,

            String link) {

        public Entry {
            labels = List.copyOf(labels);
            outlets = List.copyOf(outlets);
        }
    }

    /**
     * What has become of a statement that an earlier issue told.
     *
     * @param issue the first that did
     * @param kind what happened
     * @param words what happened, for people
     * @param text its words, shortened
     * @param voice who said it; empty when the statement is gone
     * @param outlet who published it; empty when the statement is gone
     * @param link to the statement on the desk
     */
    @JsonPropertyOrder({"statementId", "issue", "kind", "words", "text", "language", "voice", "outlet", "link"})
    public record Correction(
            String statementId,
            int issue,
            Change kind,
            String words,
            String text,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            String language,

            String voice,
            String outlet,
            String link) {}

    /**
     * What was looked at.
     *
     * @param sources in the digest's scope
     * @param read of them, those read at least once on a day of this issue
     * @param articles pages first captured on those days
     * @param troubles sources that fail, are silent, or were not looked at; the worst first
     * @param moreTroubles troubles beyond those listed
     */
    @JsonPropertyOrder({"sources", "read", "articles", "troubles", "moreTroubles"})
    public record Coverage(int sources, int read, long articles, List<Trouble> troubles, int moreTroubles) {

        public Coverage {
            troubles = List.copyOf(troubles);
        }
    }

    /** A source in trouble, and why in words. */
    @JsonPropertyOrder({"source", "condition", "words", "link"})
    public record Trouble(String source, String condition, String words, String link) {}
}
