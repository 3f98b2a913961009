package org.watchword.analyze;

import org.jspecify.annotations.Nullable;
import org.watchword.analyze.statement.Authors;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;

/**
 * Everything of a document that its analysis reads. Documents with equal inputs have equal analyses but for the names of document and
 * statements, so what is to be read must stand here.
 *
 * @param text the text
 * @param language BCP 47 tag the page declares; absent to have it detected
 * @param authors who speaks outside quotes
 */
record AnalysisInput(String text, @Nullable String language, Authors authors) {

    static AnalysisInput of(Document document) {
        return new AnalysisInput(
                document.text(), document.language(), new Authors(document.speaker(), document.turns()));
    }

    /** Equal inputs have equal keys; others do not. */
    String key() {
        return ContentHash.sha256Hex(text) + '\n' + language + '\n' + authors;
    }
}
