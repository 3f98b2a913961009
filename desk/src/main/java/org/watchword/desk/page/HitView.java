package org.watchword.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.passage.Mark;
import org.watchword.desk.passage.MarkedText;
import org.watchword.desk.passage.Piece;
import org.watchword.index.Copies;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementRecord;
import org.watchword.model.PageEdits;

/**
 * A hit on the search page.
 *
 * @param statement what was found
 * @param pieces its words, with what the search found and what is flagged marked
 * @param chips its categories
 * @param copies where the same words stand; null unless copies are shown once
 */
public record HitView(
        StatementRecord statement,
        List<Piece> pieces,
        List<FlagChip> chips,
        @Nullable Copies copies) {

    static HitView of(SearchResult.Hit hit) {
        StatementRecord statement = hit.statement();
        MarkedText text = new MarkedText(statement.text()).markFlags(statement.flags(), statement.start());
        hit.highlights().forEach(span -> text.mark(Mark.HIT, span));
        return new HitView(statement, text.pieces(), FlagChip.of(statement.flags()), hit.copies());
    }

    /** The other statements with these words, the oldest first; empty when there are none or each is shown. */
    public List<StatementRecord> others() {
        return copies == null
                ? List.of()
                : copies.statements().stream()
                        .filter(other -> !other.id().equals(statement.id()))
                        .toList();
    }

    /** How often, and in how many outlets, these words stand in the story besides. */
    public String othersLine() {
        if (copies == null) {
            return "";
        }
        long besides = copies.outlets() - 1;
        return besides == 0
                ? "also on " + Labels.count(copies.total() - 1, "page", "pages") + " of this outlet"
                : "also in " + Labels.count(besides, "other outlet", "other outlets");
    }

    public String href(StatementRecord other) {
        return Paths.statement(other.id());
    }

    public String date(StatementRecord other) {
        return Labels.date(other);
    }

    public String href() {
        return Paths.statement(statement.id());
    }

    /** Whose words: the speaker's name, as reviewers put it right, or, when nobody is named, the outlet's. */
    public String voice() {
        String right = PutRight.speaker(statement);
        return right == null ? VoiceName.of(statement) : right;
    }

    public boolean hasSpeaker() {
        return statement.speaker() != null || PutRight.speaker(statement) != null;
    }

    /** What reviewers put right, with what the machine had found; empty when nothing was. */
    public String putRight() {
        return PutRight.inWords(statement);
    }

    /** What else is on record under the speaker's name; null when nobody is named. */
    public @Nullable String speakerHref() {
        String right = PutRight.speaker(statement);
        var found = statement.speaker();
        String name = right != null || found == null ? right : found.name();
        return name == null ? null : Paths.speaker(name);
    }

    /** What the text says the speaker is; empty when it says nothing, or somebody else is the speaker. */
    public String office() {
        return PutRight.speaker(statement) == null ? VoiceName.office(statement) : "";
    }

    public String date() {
        return Labels.date(statement);
    }

    public String isoDate() {
        return Labels.isoDate(statement);
    }

    /** Whether the page it stood on was later captured without these words. */
    public boolean isVanished() {
        return statement.vanishedAt() != null;
    }

    /** Where it stands in review. */
    public String reviewState() {
        return statement.standing().state().id();
    }

    /** The same in words; empty while nobody has decided. */
    public String review() {
        return statement.standing().isReviewed() ? Labels.review(reviewState()) : "";
    }

    /** Whether the page it stands on was changed without saying so. */
    public boolean isSilentlyEdited() {
        return statement.edited() == PageEdits.SILENT;
    }
}
