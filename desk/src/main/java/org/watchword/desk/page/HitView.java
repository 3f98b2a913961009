package org.watchword.desk.page;

import java.util.List;
import java.util.Objects;
import org.watchword.desk.passage.Mark;
import org.watchword.desk.passage.MarkedText;
import org.watchword.desk.passage.Piece;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementRecord;
import org.watchword.model.PageEdits;

/**
 * A hit on the search page.
 *
 * @param statement what was found
 * @param pieces its words, with what the search found and what is flagged marked
 * @param chips its categories
 */
public record HitView(StatementRecord statement, List<Piece> pieces, List<FlagChip> chips) {

    static HitView of(SearchResult.Hit hit) {
        StatementRecord statement = hit.statement();
        MarkedText text = new MarkedText(statement.text()).markFlags(statement.flags(), statement.start());
        hit.highlights().forEach(span -> text.mark(Mark.HIT, span));
        return new HitView(statement, text.pieces(), FlagChip.of(statement.flags()));
    }

    public String href() {
        return Paths.statement(statement.id());
    }

    /** Whose words: the speaker's name or, when nobody is named, the outlet's. */
    public String voice() {
        var speaker = statement.speaker();
        if (speaker == null) {
            return statement.outlet();
        }
        return Objects.requireNonNullElse(speaker.name(), "“" + speaker.text() + "”, not named");
    }

    public boolean hasSpeaker() {
        return statement.speaker() != null;
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

    /** Whether the page it stands on was changed without saying so. */
    public boolean isSilentlyEdited() {
        return statement.edited() == PageEdits.SILENT;
    }
}
