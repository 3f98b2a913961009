package org.watchword.ingest.evidence;

import java.util.List;

/** A piece of a report, before it is HTML or Markdown. */
sealed interface Block {

    /** @param level 1 for the title */
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /**
     * Words of others.
     *
     * @param before what stands before them
     * @param words to be marked
     * @param after what stands behind them
     * @param language BCP 47 tag
     */
    record Passage(String before, String words, String after, String language) implements Block {}

    /** @param rows name and value */
    record Facts(List<Row> rows) implements Block {}

    /** One fact. */
    record Row(String name, String value) {}

    record Command(String text) implements Block {}
}
