package org.watchword.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.watchword.desk.page.CategoryNames;
import org.watchword.desk.page.VoiceName;
import org.watchword.desk.rule.GroupNames;
import org.watchword.model.ArchiveRef;

/** What a footnote says of a statement: who, where, when, and how it can be checked. */
final class Citation {

    private Citation() {}

    static LocalDate day(TimelineRow row) {
        return LocalDate.ofInstant(row.date(), ZoneOffset.UTC);
    }

    static LocalDate captured(TimelineRow row) {
        return LocalDate.ofInstant(row.statement().capturedAt(), ZoneOffset.UTC);
    }

    /** Who said it, the words that name nobody told for what they are, or who published it. */
    static String who(TimelineRow row) {
        return VoiceName.of(row.statement());
    }

    /** Parts of a footnote, from the headline on. */
    static List<String> parts(TimelineRow row, Links links) {
        List<String> parts = new ArrayList<>();
        String title = row.statement().title();
        if (title != null && !title.isBlank()) {
            parts.add("“" + title + "”");
        }
        parts.add(row.statement().outlet());
        parts.add(row.statement().publishedAt() == null ? "date of publication not known" : "published " + day(row));
        parts.add(row.statement().url());
        parts.add("captured " + row.statement().capturedAt());
        parts.add("statement " + row.statement().id() + ", "
                + links.statement(row.statement().id()));
        ArchiveRef archive = row.statement().archive();
        if (archive != null) {
            parts.add("archived as " + archive.recordId() + ", SHA-256 " + archive.sha256());
        }
        if (row.copies() > 1) {
            parts.add("the same words stand in " + (row.copies() - 1) + " further copies of the text");
        }
        return parts;
    }

    /** What rules found, in words; empty when they found nothing. */
    static String labels(TimelineRow row, GroupNames groups) {
        return row.statement().flags().isEmpty()
                ? ""
                : row.categories().stream().map(CategoryNames::ofValue).collect(Collectors.joining("; "))
                        + (row.status().equals("flagged") ? "" : " (context)")
                        + (row.targets().isEmpty()
                                ? ""
                                : "; about "
                                        + row.targets().stream().map(groups::of).collect(Collectors.joining(", ")));
    }
}
