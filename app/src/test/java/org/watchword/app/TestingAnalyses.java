package org.watchword.app;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Analysis;
import org.watchword.model.Annotation;
import org.watchword.model.Category;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Lemmas;
import org.watchword.model.Severity;
import org.watchword.model.Speaker;
import org.watchword.model.Statement;
import org.watchword.model.Succession;

/**
 * Analyses of one statement each, as the line would write them.
 *
 * @param page last part of the page's address
 * @param text the page's text, which is also the statement's
 * @param lemmas its dictionary forms
 */
record TestingAnalyses(
        String page,
        String text,
        String lemmas,
        String source,
        String language,
        @Nullable Category category,
        Instant publishedAt,
        List<Succession> successions) {

    static final Instant DAY = Instant.parse("2031-05-06T07:08:09Z");

    static TestingAnalyses of(String page, String text, String lemmas) {
        return new TestingAnalyses(page, text, lemmas, "wire", "en", null, DAY, List.of());
    }

    TestingAnalyses in(String newSource, String newLanguage) {
        return new TestingAnalyses(page, text, lemmas, newSource, newLanguage, category, publishedAt, successions);
    }

    TestingAnalyses flagged(Category newCategory) {
        return new TestingAnalyses(page, text, lemmas, source, language, newCategory, publishedAt, successions);
    }

    TestingAnalyses succeeded(UnaryOperator<String> successor) {
        Succession own = new Succession(id(), successor.apply(id()), DAY.plusSeconds(60));
        return new TestingAnalyses(page, text, lemmas, source, language, category, publishedAt, List.of(own));
    }

    /** As {@link #succeeded}, by nothing: the words are gone. */
    TestingAnalyses vanished() {
        Succession own = new Succession(id(), null, DAY.plusSeconds(60));
        return new TestingAnalyses(page, text, lemmas, source, language, category, publishedAt, List.of(own));
    }

    String url() {
        return "https://wire.example/" + page;
    }

    String id() {
        return ContentHash.statementId(url(), ContentHash.sha256Hex(text), 0, text.length());
    }

    Analysis analysis() {
        Document document = Document.ofText(
                source,
                "The Harbour Wire",
                url(),
                "Report " + page,
                publishedAt,
                language,
                text,
                DAY.plusSeconds(30),
                null);
        List<Flag> flags = category == null
                ? List.of()
                : List.of(new Flag(
                        category,
                        FlagStatus.FLAGGED,
                        "test-rule",
                        "test/pack@0",
                        Severity.HIGH,
                        0,
                        text.length(),
                        null,
                        List.of(),
                        1));
        Statement statement = new Statement(
                id(), 0, text.length(), text, new Speaker("Renn", "Ada Renn", "foreign minister", "Marenthia"), flags);
        TreeMap<String, String> forms = new TreeMap<>();
        forms.put(id(), lemmas);
        return new Analysis(
                document,
                new Annotation(document.id(), language, List.of(), List.of(), List.of(), List.of(statement)),
                new Lemmas(lemmas, forms),
                successions);
    }
}
