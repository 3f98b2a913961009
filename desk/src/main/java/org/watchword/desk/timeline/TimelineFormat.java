package org.watchword.desk.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The forms in which a timeline is taken away. Each is a pure function of rows and note: the same give the same bytes. */
public enum TimelineFormat {
    /** A table (RFC 4180), UTF-8, with a heading. */
    CSV(new CsvTable(), false),
    /** A line of JSON a statement, as the JSON API gives it. */
    JSONL(new JsonLines(), false),
    /** A workbook (Office Open XML): the table, and the method note on a sheet of its own. */
    XLSX(new Workbooks(), false),
    /** For TimelineJS 3. */
    TIMELINEJS(new TimelineJs(), false),
    /** W3C Web Annotation Data Model, JSON-LD. */
    ANNOTATIONS(new WebAnnotations(), true),
    /** An annex with footnotes. */
    MARKDOWN(new MarkdownAnnex(), false),
    /** The same as a page to be printed. */
    HTML(new HtmlAnnex(), false),
    /** Citations for BibLaTeX. */
    BIBTEX(new BibTex(), false),
    /** Citations in the data model of the Citation Style Language. */
    CSL(new CslJson(), false);

    /** How a format is written. */
    interface Writing {
        void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException;
    }

    private final Writing writing;
    private final boolean anchors;

    TimelineFormat(Writing writing, boolean anchors) {
        this.writing = writing;
        this.anchors = anchors;
    }

    /** Whether it needs the place of the words in their page. */
    public boolean wantsAnchors() {
        return anchors;
    }

    /** As it is asked for. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes a timeline. @param out not closed */
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        writing.write(timeline, note, out);
        out.flush();
    }
}
