package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * An analysed document with its provenance. Travels on {@link Topics#ANALYSES}, keyed by the document's id.
 *
 * @param document the captured version
 * @param annotation what was found in it
 * @param lemmas dictionary forms for the search index
 * @param successions statements, of this version or of others of the same page, that a later version replaced or dropped
 * @param history how the page's text has changed, over all versions known when this was written
 */
@JsonPropertyOrder({"document", "annotation", "lemmas", "successions", "history"})
public record Analysis(
        Document document, Annotation annotation, Lemmas lemmas, List<Succession> successions, PageHistory history) {

    @SuppressWarnings("ConstantValue") // A record written before there were histories carries none.
    public Analysis {
        successions = List.copyOf(successions);
        history = history == null ? PageHistory.unchanged() : history;
    }

    /** An analysis of a page whose other versions are not known. */
    public Analysis(Document document, Annotation annotation, Lemmas lemmas, List<Succession> successions) {
        this(document, annotation, lemmas, successions, PageHistory.unchanged());
    }
}
