package org.watchword.desk.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.passage.MarkedText;
import org.watchword.desk.passage.Passage;
import org.watchword.desk.passage.Piece;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.RuleSource;
import org.watchword.desk.timeline.CitationStyle;
import org.watchword.desk.timeline.Links;
import org.watchword.index.Appearance;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Revision;

/**
 * The page of one statement.
 *
 * @param statement what was said, with its provenance
 * @param pieces its words, with flags and targets marked
 * @param passage the text around it; null when that version of the page is not at hand
 * @param flags each explained
 * @param standing on whose record it stands
 * @param office the speaker's, with its country where known; null when not known
 * @param check how to check it by hand; null when it never came through the archive
 * @param elsewhere the other pages that carry the same story, the oldest first
 * @param revisions how its page was changed, the latest first, at most {@value #MOST_REVISIONS}
 * @param citations of it, in several styles
 * @param review what was decided on it, and the form to decide
 */
public record StatementView(
        StatementRecord statement,
        List<Piece> pieces,
        @Nullable Passage passage,
        List<FlagView> flags,
        Standing standing,
        @Nullable String office,
        @Nullable ArchiveSteps check,
        List<Appearance> elsewhere,
        List<RevisionView> revisions,
        List<CitationStyle> citations,
        ReviewPanel review) {

    private static final int MOST_REVISIONS = 5;
    private static final int MOST_EDITS = 12;

    /** @param base where readers reach the desk, for citations */
    static StatementView of(
            StatementRecord statement,
            Optional<Analysis> version,
            List<Appearance> appearances,
            RuleSource rules,
            String base,
            ReviewPanel review) {
        Analysis analysis = version.orElse(null);
        ArchiveRef archive = statement.archive();
        return new StatementView(
                statement,
                new MarkedText(statement.text())
                        .markFlags(statement.flags(), statement.start())
                        .pieces(),
                version.flatMap(found -> Passage.of(statement, found)).orElse(null),
                statement.flags().stream()
                        .map(flag -> FlagView.of(flag, statement, rules))
                        .toList(),
                Standing.of(statement, analysis),
                office(statement, analysis),
                archive == null ? null : ArchiveSteps.of(statement, archive, analysis),
                appearances.stream()
                        .filter(page -> !page.documentId().equals(statement.documentId()))
                        .toList(),
                version.map(StatementView::revisions).orElse(List.of()),
                CitationStyle.of(statement, new Links(base)),
                review);
    }

    /** What reviewers put right, with what the machine had found; empty when nothing was. */
    public String putRight() {
        return PutRight.inWords(statement);
    }

    private static List<RevisionView> revisions(Analysis analysis) {
        List<Revision> all = analysis.history().revisions();
        return IntStream.range(0, Math.min(MOST_REVISIONS, all.size()))
                .mapToObj(i -> RevisionView.brief(analysis.document().id(), all.get(all.size() - 1 - i), MOST_EDITS))
                .toList();
    }

    /** The page as it was captured, made safe. */
    public String copyHref() {
        return permalink() + "/copy";
    }

    /** What else is on record under the speaker's name; null when nobody is named. */
    public @Nullable String speakerHref() {
        return standing instanceof Standing.Named named ? Paths.speaker(named.name()) : null;
    }

    /** The page's headline or, where it has none, its address. */
    public String title() {
        String title = statement.title();
        return title == null || title.isBlank() ? statement.url() : title;
    }

    /** The original's address when it may be followed; otherwise null. */
    public @Nullable String original() {
        return Labels.webLink(statement.url());
    }

    public String permalink() {
        return Paths.statement(statement.id());
    }

    public String apiHref() {
        return "/api" + permalink();
    }

    public String documentHref() {
        return Paths.document(statement.documentId(), statement.textSha256()) + "#s-" + Paths.segment(statement.id());
    }

    public String versionsHref() {
        return Paths.versions(statement.documentId());
    }

    /** How the page was edited, in a sentence; null when it was not. */
    public @Nullable String edited() {
        return switch (statement.edited()) {
            case NONE -> null;
            case ANNOUNCED -> "Its words were changed after they were first captured, and the page says so.";
            case SILENT -> "Its words were changed at least once without a word about it on the page.";
        };
    }

    public @Nullable String successorHref() {
        String successor = statement.supersededBy();
        return successor == null ? null : Paths.statement(successor);
    }

    /** In how many outlets the story appeared, this one included, and how many of the pages have these words. */
    public String elsewhereLine() {
        long outlets = Stream.concat(
                        Stream.of(statement.outlet()), elsewhere.stream().map(Appearance::outlet))
                .distinct()
                .count();
        long without =
                elsewhere.stream().filter(page -> page.statementId() == null).count();
        return "The same text, or nearly so, stands on " + Labels.count(elsewhere.size(), "other page", "other pages")
                + "; the story is in " + Labels.count(outlets, "outlet", "outlets") + "."
                + (without == 0 ? "" : " " + Labels.count(without, "page leaves", "pages leave") + " these words out.");
    }

    /** Where a page of the story leads: to the same words on it, or to the page when it leaves them out. */
    public String href(Appearance page) {
        String id = page.statementId();
        return id == null ? Paths.document(page.documentId()) : Paths.statement(id);
    }

    /** Every statement of the story. */
    public String storyHref() {
        return SearchAddress.page(SearchRequest.everything().withText("story:" + statement.story()));
    }

    /** A few words by which a browser's tab tells it from others. */
    public String shortTitle() {
        String line = statement.text().replaceAll("\\s+", " ");
        if (line.length() <= 60) {
            return line;
        }
        int space = line.lastIndexOf(' ', 60);
        return line.substring(0, space > 20 ? space : line.offsetByCodePoints(0, 50)) + "…";
    }

    private static @Nullable String office(StatementRecord statement, @Nullable Analysis analysis) {
        var speaker = statement.speaker();
        if (speaker == null) {
            return null;
        }
        String office = speaker.office();
        if (office != null) {
            return speaker.country() == null ? office : office + " (" + speaker.country() + ')';
        }
        return analysis != null
                        && Objects.equals(speaker.name(), analysis.document().speaker())
                ? analysis.document().speakerOffice()
                : null;
    }
}
