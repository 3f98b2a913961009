package org.watchword.bench.quotes;

import java.nio.file.Path;
import java.util.List;
import org.watchword.analyze.entity.NameFinder;
import org.watchword.analyze.nlp.AnnotatorFactory;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.quote.QuoteFinders;
import org.watchword.analyze.text.Annotator;
import org.watchword.model.Quote;

/** Finds quotes as the line does, with the shipped models and language data. For one thread. */
final class QuoteReader {

    private final Annotator annotator;
    private final QuoteFinders finders;

    QuoteReader(Path languages) {
        annotator = new AnnotatorFactory(NlpModels.load(), NameFinder.load(languages)).create();
        finders = QuoteFinders.load(languages);
    }

    List<Quote> read(LabelledText text) {
        return finders.find(annotator.annotate(text.text(), text.language()));
    }
}
