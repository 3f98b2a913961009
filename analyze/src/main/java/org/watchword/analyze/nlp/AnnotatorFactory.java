package org.watchword.analyze.nlp;

import org.watchword.analyze.entity.EntityFinder;
import org.watchword.analyze.text.Annotator;

/** Makes annotators that share their models. Thread-safe. */
public final class AnnotatorFactory {

    private final NlpModels models;
    private final EntityFinder entities;

    public AnnotatorFactory(NlpModels models, EntityFinder entities) {
        this.models = models;
        this.entities = entities;
    }

    /** A new annotator, for one thread. */
    public Annotator create() {
        return new OpenNlpAnnotator(models, entities);
    }
}
