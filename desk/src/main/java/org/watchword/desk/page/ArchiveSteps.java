package org.watchword.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;
import org.watchword.model.ArchiveRef;

/**
 * How to check a statement by hand, from the captured bytes to its id, with tools that are not ours.
 *
 * @param steps in order
 */
public record ArchiveSteps(List<Step> steps) {

    /**
     * One check.
     *
     * @param what it shows
     * @param command for a POSIX shell, run in the archive folder
     * @param expect what it must print; empty when it is to be read
     */
    public record Step(String what, String command, String expect) {}

    static ArchiveSteps of(StatementRecord statement, ArchiveRef archive, @Nullable Analysis analysis) {
        String file = quoted(archive.file());
        Step read = new Step(
                "Read the record as it was written: its headers name the record, the address and the time of capture. Where"
                        + " WARC-Type is revisit, the same bytes were captured before: they lie in the record that"
                        + " WARC-Refers-To names, and the next step is to be done with that one's file and offset, which"
                        + " this prints: grep -h 'THAT-ID' *.ids (of a file still being written: watchword archive show THAT-ID)",
                "tail -c +" + (archive.offset() + 1) + " " + file + " | gzip -dc 2>/dev/null | head -n 40",
                "WARC-Record-ID: <" + archive.recordId() + ">");
        Step digest = new Step(
                "Compute the digest of the page's bytes (with Python's warcio, an independent reader of WARC files; docs/archive.md has a way without it).",
                "warcio extract --payload " + file + " " + archive.offset() + " | sha256sum",
                archive.sha256());
        if (analysis == null) {
            return new ArchiveSteps(List.of(read, digest));
        }
        Step id = new Step(
                "Compute the statement's id from the page's address, the digest of its text and the place of the words.",
                "printf '%s\\n%s\\n%s\\n%s' " + quoted(analysis.document().canonicalUrl()) + " "
                        + quoted(statement.textSha256()) + " " + statement.start() + " " + statement.end()
                        + " | sha256sum | cut -c1-32",
                statement.id());
        return new ArchiveSteps(List.of(read, digest, id));
    }

    /** As one word for a POSIX shell, whatever it contains. */
    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9_./:@%+=-]+") && !value.startsWith("-")
                ? value
                : "'" + value.replace("'", "'\\''") + "'";
    }
}
