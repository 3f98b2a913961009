package org.watchword.analyze.nlp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;

/** The models, read from the class path. Immutable, to be loaded once and shared between threads. */
public final class NlpModels {

    private static final String POS = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
    private static final String LEMMAS = "/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin";
    private static final String LANGUAGES = "/langdetect-183.bin";

    /** Where they lie on the class path. */
    static final List<String> RESOURCES = List.of(POS, LEMMAS, LANGUAGES);

    private final TagWeights tagWeights;
    private final LemmatizerModel lemmas;
    private final LanguageDetectorModel languages;

    private NlpModels(TagWeights tagWeights, LemmatizerModel lemmas, LanguageDetectorModel languages) {
        this.tagWeights = tagWeights;
        this.lemmas = lemmas;
        this.languages = languages;
    }

    /**
     * Reads the models; takes about a second.
     *
     * @throws UncheckedIOException when a model is missing from the class path or cannot be read
     */
    public static NlpModels load() {
        return new NlpModels(
                new TagWeights(read(POS, POSModel::new)),
                read(LEMMAS, LemmatizerModel::new),
                read(LANGUAGES, LanguageDetectorModel::new));
    }

    TagWeights tagWeights() {
        return tagWeights;
    }

    LemmatizerModel lemmas() {
        return lemmas;
    }

    LanguageDetectorModel languages() {
        return languages;
    }

    private static <M> M read(String resource, Reader<M> reader) {
        try (InputStream in = NlpModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("language model " + resource + " is not on the class path");
            }
            return reader.read(new BufferedInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private interface Reader<M> {
        M read(InputStream in) throws IOException;
    }
}
