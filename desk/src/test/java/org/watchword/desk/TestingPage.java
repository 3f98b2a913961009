package org.watchword.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;
import org.watchword.model.Annotation;
import org.watchword.model.ArchiveRef;
import org.watchword.model.AttributionMethod;
import org.watchword.model.Category;
import org.watchword.model.ContentHash;
import org.watchword.model.CueSpan;
import org.watchword.model.Document;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.Lemmas;
import org.watchword.model.Mention;
import org.watchword.model.PageEdits;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Severity;
import org.watchword.model.Span;
import org.watchword.model.Speaker;
import org.watchword.model.Statement;
import org.watchword.model.Target;

/** Writes an analysed page by its words: spans are found, not counted. */
final class TestingPage {

    private final String url;
    private final String text;
    private final String language;
    private final String outlet;
    private final String source;
    private final @Nullable Instant published;
    private final String title;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();

    TestingPage(
            String url,
            String outlet,
            String source,
            String language,
            @Nullable String published,
            String title,
            String text) {
        this.url = url;
        this.outlet = outlet;
        this.source = source;
        this.language = language;
        this.published = published == null ? null : Instant.parse(published);
        this.title = title;
        this.text = text;
    }

    /** A quotation of somebody, announced by {@code cue}. */
    TestingPage quote(String words, String speaker, String named, String cue, Flag... flags) {
        Span span = find(words);
        Span cueSpan = find(cue);
        Span name = find(named);
        quotes.add(new Quote(
                span.start(),
                span.end(),
                List.of(),
                QuoteKind.DIRECT,
                new CueSpan(cueSpan.start(), cueSpan.end()),
                new Mention(name.start(), name.end(), named, speaker),
                AttributionMethod.ANNOUNCED,
                0.94));
        statements.add(statement(span, new Speaker(named, speaker), flags));
        return this;
    }

    /** A sentence of the outlet's own. */
    TestingPage sentence(String words, Flag... flags) {
        statements.add(statement(find(words), null, flags));
        return this;
    }

    /** A flag on words of this page. */
    Flag flag(Category category, String words, @Nullable String target, @Nullable String group, GuardNote... guards) {
        Span span = find(words);
        Target about = null;
        if (target != null && group != null) {
            Span named = find(target);
            about = new Target(named.start(), named.end(), target, group);
        }
        return new Flag(
                category,
                guards.length == 0 ? FlagStatus.FLAGGED : FlagStatus.CONTEXT,
                "en." + category.id() + ".likeness",
                "en/" + category.id().split("\\.")[0] + "@1f3a9c20",
                Severity.HIGH,
                span.start(),
                span.end(),
                about,
                List.of(guards),
                0.9);
    }

    Analysis analysis() {
        Document document = new Document(
                ContentHash.documentId(url),
                source,
                outlet,
                null,
                url,
                url,
                title,
                null,
                outlet,
                null,
                null,
                published,
                null,
                language,
                null,
                null,
                null,
                text,
                List.of(),
                ContentHash.sha256Hex(text),
                Instant.parse("2031-06-02T07:15:00Z"),
                archive());
        return new Analysis(
                document,
                new Annotation(document.id(), language, sentences(), List.of(), quotes, statements),
                Lemmas.none(),
                List.of());
    }

    List<StatementRecord> records() {
        return statements.stream().map(this::record).toList();
    }

    void addTo(InMemoryStatementIndex index) {
        index.add(analysis(), records());
    }

    private StatementRecord record(Statement statement) {
        return new StatementRecord(
                statement.id(),
                statement.start(),
                statement.end(),
                statement.text(),
                statement.speaker(),
                statement.flags(),
                ContentHash.documentId(url),
                url,
                title,
                published,
                Instant.parse("2031-06-02T07:15:00Z"),
                outlet,
                source,
                language,
                ContentHash.sha256Hex(text),
                archive(),
                null,
                null,
                PageEdits.NONE,
                ContentHash.documentId(url));
    }

    private Statement statement(Span span, @Nullable Speaker speaker, Flag... flags) {
        String id = ContentHash.statementId(url, ContentHash.sha256Hex(text), span.start(), span.end());
        return new Statement(id, span.start(), span.end(), span.in(text), speaker, List.of(flags));
    }

    private ArchiveRef archive() {
        return new ArchiveRef(
                "2031/06/watchword-20310602071500-0001.warc.gz",
                48_213,
                "urn:uuid:5f1e8a52-0000-4000-8000-0123456789ab",
                ContentHash.sha256Hex(url));
    }

    private List<Span> sentences() {
        List<Span> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (".!?".indexOf(text.charAt(i)) >= 0) {
                sentences.add(new Span(from, i + 1));
                from = Math.min(text.length(), i + 2);
            }
        }
        return sentences;
    }

    private Span find(String words) {
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("the page does not say: " + words);
        }
        return new Span(at, at + words.length());
    }
}
