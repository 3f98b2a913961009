package org.watchword.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.StepListener.Step;
import org.watchword.analyze.entity.Aliases;
import org.watchword.analyze.quote.QuoteFinder;
import org.watchword.analyze.rule.Flagger;
import org.watchword.analyze.statement.Authors;
import org.watchword.analyze.statement.LemmaText;
import org.watchword.analyze.statement.StatementBuilder;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.Analysis;
import org.watchword.model.Annotation;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import org.watchword.model.Flag;
import org.watchword.model.Quote;
import org.watchword.model.Statement;

/** Analyses one text at a time: names, quotes, flags, statements. Belongs to one thread, as its {@link Annotator} does. */
public final class DocumentAnalyzer {

    private final Annotator annotator;
    private final QuoteFinder quotes;
    private final Flagger flagger;
    private final StatementBuilder statements;
    private final StepListener listener;
    private final List<String> failedRules = new ArrayList<>();

    /** An analyzer that knows a document's speaker by no other name than the document's. */
    public DocumentAnalyzer(Annotator annotator, QuoteFinder quotes, Flagger flagger) {
        this(annotator, quotes, flagger, Aliases.none());
    }

    public DocumentAnalyzer(Annotator annotator, QuoteFinder quotes, Flagger flagger, Aliases aliases) {
        this(annotator, quotes, flagger, aliases, StepListener.NONE);
    }

    public DocumentAnalyzer(
            Annotator annotator, QuoteFinder quotes, Flagger flagger, Aliases aliases, StepListener listener) {
        this.listener = listener;
        this.annotator = annotator;
        this.quotes = quotes;
        this.flagger = flagger;
        statements = new StatementBuilder(aliases);
    }

    /**
     * Annotates a text that is not part of the line.
     *
     * @param language BCP 47 tag; null has it detected
     * @param speaker who speaks outside quotes, for a speech
     * @param url canonical address that the statements' ids are made of; null makes them of {@code id}
     */
    public Annotation annotate(
            String id, String text, @Nullable String language, @Nullable String speaker, @Nullable String url) {
        AnalysisInput input = new AnalysisInput(text, language, new Authors(speaker, List.of()));
        return work(input, id, ContentHash.sha256Hex(text), url == null ? id : url)
                .annotation();
    }

    /** Analyses a captured version; the successions are left to the one who knows the other versions. */
    public Analysis analyze(Document document) {
        Work work = work(AnalysisInput.of(document), document.id(), document.textSha256(), document.canonicalUrl());
        return new Analysis(
                document,
                work.annotation(),
                LemmaText.of(work.text(), work.annotation().statements()),
                List.of());
    }

    /** The rules that threw since this was last asked, once for each time: the texts were analysed without them. */
    public List<String> takeFailedRules() {
        List<String> failed = List.copyOf(failedRules);
        failedRules.clear();
        return failed;
    }

    /** The other parameters name what was found, and change nothing else. */
    private Work work(AnalysisInput input, String id, String textSha256, String canonicalUrl) {
        Authors authors = input.authors();
        AnnotatedText annotated = timed(Step.ANNOTATE, () -> annotator.annotate(input.text(), input.language()));
        List<Quote> found = timed(Step.QUOTES, () -> quotes.find(annotated));
        List<Flag> flags =
                timed(Step.RULES, () -> flagger.flags(annotated, found, authors.speaker(), failedRules::add));
        List<Statement> stated = timed(
                Step.STATEMENTS, () -> statements.build(annotated, found, flags, canonicalUrl, textSha256, authors));
        return new Work(
                annotated,
                new Annotation(
                        id,
                        annotated.language(),
                        annotated.sentences().stream().map(Sentence::span).toList(),
                        annotated.entities(),
                        found,
                        stated));
    }

    private <T> T timed(Step step, Supplier<T> work) {
        long begin = System.nanoTime();
        T done = work.get();
        listener.took(step, System.nanoTime() - begin);
        return done;
    }

    private record Work(AnnotatedText text, Annotation annotation) {}
}
