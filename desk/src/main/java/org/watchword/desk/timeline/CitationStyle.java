package org.watchword.desk.timeline;

import java.util.ArrayList;
import java.util.List;
import org.watchword.index.StatementRecord;
import org.watchword.model.ArchiveRef;

/**
 * One statement cited.
 *
 * @param name of the style
 * @param text to be copied
 */
public record CitationStyle(String name, String text) {

    /** In three styles: a footnote with all that proves it, an entry of a bibliography, and BibLaTeX. */
    public static List<CitationStyle> of(StatementRecord statement, Links links) {
        TimelineRow row = new TimelineRow(statement, null, 1);
        return List.of(
                new CitationStyle("Footnote", footnote(row, links)),
                new CitationStyle("Bibliography, author and date", entry(row)),
                new CitationStyle("BibLaTeX", BibTex.entry(row, links).strip()));
    }

    private static String footnote(TimelineRow row, Links links) {
        List<String> parts = new ArrayList<>();
        parts.add(Citation.who(row));
        parts.addAll(Citation.parts(row, links));
        return WellFormed.text(String.join(", ", parts)) + '.';
    }

    /** Author-date order as in the Chicago Manual of Style, 17th edition, 15.50 (websites). */
    private static String entry(TimelineRow row) {
        StatementRecord statement = row.statement();
        String year = statement.publishedAt() == null
                ? "n.d."
                : Integer.toString(Citation.day(row).getYear());
        List<String> parts = new ArrayList<>(List.of(Citation.who(row) + ". " + year));
        String title = statement.title();
        if (title != null && !title.isBlank()) {
            parts.add("“" + title + "”");
        }
        parts.add(statement.outlet());
        if (statement.publishedAt() != null) {
            parts.add(Citation.day(row).toString());
        }
        parts.add("Captured " + Citation.captured(row));
        parts.add(statement.url());
        ArchiveRef archive = statement.archive();
        if (archive != null) {
            parts.add("SHA-256 " + archive.sha256());
        }
        return WellFormed.text(String.join(". ", parts)) + '.';
    }
}
