package org.watchword.analyze.nlp;

import java.nio.file.Path;
import org.watchword.analyze.entity.NameFinder;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;

/** The shipped models and language data, loaded once for all tests. */
public final class Pipeline {

    public static final Path LANGUAGES = Path.of("..", "config", "languages");
    public static final NlpModels MODELS = NlpModels.load();
    private static final AnnotatorFactory FACTORY = new AnnotatorFactory(MODELS, NameFinder.load(LANGUAGES));

    private Pipeline() {}

    public static AnnotatedText annotate(String text) {
        return FACTORY.create().annotate(text, "en");
    }

    /** An annotator for one thread. */
    public static Annotator annotator() {
        return FACTORY.create();
    }

    public static AnnotatedText detect(String text) {
        return FACTORY.create().annotate(text, null);
    }
}
