package org.watchword.app.observe;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.model.Analysis;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;
import org.watchword.model.Statement;
import org.watchword.model.Trace;

/**
 * The way of each document in the log: a line when it is captured and published, one when it is analysed, with the ids of the statements
 * that bear flags, and one when it is indexed. Each names the trace, which is the UUID of the capture's WARC record, and the document, so
 * that {@code grep} with either, or with a statement's id, tells the story.
 */
public final class Trail {

    /** Says nothing. */
    public static final Trail NONE = new Trail(false);

    private static final Logger LOG = LoggerFactory.getLogger("org.watchword.trail");

    private final boolean on;

    public Trail(boolean on) {
        this.on = on;
    }

    void published(Document document) {
        if (on && LOG.isInfoEnabled()) {
            ArchiveRef archive = document.archive();
            LOG.atInfo()
                    .addKeyValue("trace", Trace.id(document))
                    .addKeyValue("document", document.id())
                    .addKeyValue("version", document.textSha256())
                    .addKeyValue("source", document.source())
                    .addKeyValue("url", document.url())
                    .addKeyValue("archive", archive == null ? "" : archive.file() + '@' + archive.offset())
                    .log("published");
        }
    }

    /** What ended without news is told on the level {@code DEBUG}: most looks at a page end so. */
    void notPublished(String source, String origin, String status, String reason) {
        boolean news = !status.startsWith(StageCounts.UNCHANGED) && !status.startsWith(StageCounts.DUPLICATE);
        if (on) {
            (news ? LOG.atInfo() : LOG.atDebug())
                    .addKeyValue("source", source)
                    .addKeyValue("url", origin)
                    .addKeyValue("status", status)
                    .addKeyValue("reason", reason)
                    .log("not published");
        }
    }

    void analyzed(String trace, Analysis analysis, String status) {
        if (on && LOG.isInfoEnabled()) {
            List<Statement> statements = analysis.annotation().statements();
            List<String> flagged = statements.stream()
                    .filter(statement -> !statement.flags().isEmpty())
                    .map(Statement::id)
                    .toList();
            LOG.atInfo()
                    .addKeyValue("trace", trace)
                    .addKeyValue("document", analysis.document().id())
                    .addKeyValue("version", analysis.document().textSha256())
                    .addKeyValue("status", status)
                    .addKeyValue("statements", statements.size())
                    .addKeyValue("flagged", String.join(",", flagged))
                    .log("analysed");
        }
    }

    void notAnalyzed(String trace, String document, String status) {
        if (on && !status.startsWith(StageCounts.EMITTED)) {
            LOG.atInfo()
                    .addKeyValue("trace", trace)
                    .addKeyValue("document", document)
                    .addKeyValue("status", status)
                    .log("not analysed");
        }
    }

    void indexed(String trace, String document, String origin, String status) {
        if (on) {
            LOG.atInfo()
                    .addKeyValue("trace", trace)
                    .addKeyValue("document", document)
                    .addKeyValue("record", origin)
                    .addKeyValue("status", status)
                    .log(status.startsWith(StageCounts.EMITTED) ? "indexed" : "not indexed");
        }
    }
}
