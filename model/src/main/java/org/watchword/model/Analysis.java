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
 */
@JsonPropertyOrder({"document", "annotation", "lemmas", "successions"})
public record Analysis(Document document, Annotation annotation, Lemmas lemmas, List<Succession> successions) {

    public Analysis {
        successions = List.copyOf(successions);
    }
}
