package org.watchword.desk.page;

import org.watchword.desk.copy.ArchivedCopy;
import org.watchword.desk.passage.HostileText;
import org.watchword.index.StatementRecord;
import org.watchword.model.ArchiveRef;

/**
 * An archived page as a document of its own, which may run and load nothing: everything active was taken out before, and
 * {@link #POLICY} has the browser refuse what was overlooked.
 */
final class CopyPage {

    /** No scripts, no forms, no navigation, an origin of its own, and no request for anything. */
    static final String POLICY =
            "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private CopyPage() {}

    static String html(StatementRecord statement, ArchiveRef archive, ArchivedCopy.Found copy) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Archived copy</title>\n</head>\n<body>\n"
                + "<header><p><strong>Archived copy</strong> of " + escaped(statement.url()) + ", captured "
                + escaped(Labels.minute(statement.capturedAt())) + ". " + Labels.number(copy.bytes())
                + " bytes; their SHA-256 is <code>" + escaped(archive.sha256())
                + "</code>, as it was on capture. Scripts, styles, images and the targets of links are left out; the whole page is in the"
                + " archive.</p></header>\n<hr>\n<main>\n" + copy.body() + "\n</main>\n</body>\n</html>\n";
    }

    private static String escaped(String text) {
        return HostileText.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
