package org.watchword.analyze.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.watchword.analyze.AnalysisReuse;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.DocumentAnalyzerFactory;
import org.watchword.analyze.revision.Capture;
import org.watchword.analyze.revision.CaptureSequence;
import org.watchword.analyze.revision.CorrectionNotes;
import org.watchword.analyze.story.PageSketch;
import org.watchword.analyze.story.TextSketch;
import org.watchword.analyze.topology.Version.Stated;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.PageHistory;
import org.watchword.model.StageCounts;
import org.watchword.model.StoryMember.Wording;
import org.watchword.model.Succession;
import org.watchword.model.Trace;

/** Takes each document to exactly one counted end. */
@SuppressWarnings("NullAway.Init") // Kafka Streams hands the context over in init, before anything else
final class AnalyzeProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** Under this name the trace stands beside what is logged meanwhile. */
    private static final String TRACE = "trace";

    private static final String REUSED = StageCounts.EMITTED + ":reused";

    private final AnalyzeSettings settings;
    private final DocumentAnalyzerFactory factory;
    private final AnalysisReuse reuse;
    private final CorrectionNotes notes;
    private final AnalyzeListener listener;

    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<String, VersionHistory> histories;
    private KeyValueStore<String, PageHistory> pages;
    private Texts texts;
    private Outcomes outcomes;
    private @Nullable DocumentAnalyzer analyzer;

    AnalyzeProcessor(
            AnalyzeSettings settings,
            DocumentAnalyzerFactory factory,
            AnalysisReuse reuse,
            CorrectionNotes notes,
            AnalyzeListener listener) {
        this.listener = listener;
        this.settings = settings;
        this.factory = factory;
        this.reuse = reuse;
        this.notes = notes;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        histories = context.getStateStore(AnalyzeTopology.VERSIONS);
        pages = context.getStateStore(AnalyzeTopology.PAGES);
        texts = new Texts(context.getStateStore(AnalyzeTopology.TEXTS));
        outcomes =
                new Outcomes(context, AnalyzeTopology.STAGE, AnalyzeTopology.COUNTERS, AnalyzeTopology.OUT, listener);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long begin = System.nanoTime();
        String status;
        try (var traced = MDC.putCloseable(TRACE, trace(record))) {
            status = outcomes.count(record, () -> handle(record));
        }
        listener.ended(trace(record), key(record), status, System.nanoTime() - begin);
    }

    @Override
    public void close() {
        outcomes.close();
    }

    private static String trace(Record<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(Trace.HEADER);
        return Trace.idOf(header == null ? null : header.value());
    }

    private static String key(Record<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** What was published without a trace gets one here, so that the index knows it. */
    private void mark(Record<byte[], byte[]> record, Document document) {
        if (trace(record).isEmpty()) {
            record.headers().remove(Trace.HEADER).add(Trace.HEADER, Trace.header(document));
        }
        byte[] now = Long.toString(context.currentSystemTimeMs()).getBytes(StandardCharsets.US_ASCII);
        record.headers().remove(AnalyzeTopology.ANALYZED_HEADER).add(AnalyzeTopology.ANALYZED_HEADER, now);
    }

    private String handle(Record<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new RefusedRecord("empty", "the record has no value");
        }
        Document document = Wire.document(record.value());
        if (!Arrays.equals(record.key(), document.id().getBytes(StandardCharsets.UTF_8))) {
            throw new RefusedRecord("wrong-key", "the record's key is not the document's id " + document.id());
        }
        VersionHistory kept = histories.get(document.id());
        VersionHistory before = kept == null ? VersionHistory.empty() : kept;
        Version known = before.version(document.textSha256()).orElse(null);
        Capture capture =
                new Capture(document.capturedAt(), document.textSha256(), document.modifiedAt(), document.title());
        boolean replay = record.headers().lastHeader(AnalyzeTopology.REPLAY_HEADER) != null;
        if (known != null && !replay) {
            if (before.captures().contains(capture)) {
                return StageCounts.DUPLICATE + ":redelivered";
            }
            VersionHistory longer = before.with(known.seenAt(document.capturedAt()), capture);
            if (changesNothing(before, longer, document.id())) {
                histories.put(document.id(), longer);
                return StageCounts.UNCHANGED;
            }
        }
        String rules = factory.rules();
        reuse.under(rules);
        Optional<Analysis> reused = reuse.of(document);
        Analysis analysis = reused.orElseGet(() -> analyze(document, rules));
        Version version = version(document, analysis, known);
        VersionHistory after = before.with(version, capture);
        texts.put(document.id(), document.textSha256(), document.text());
        PageHistory told = pageHistory(document.id(), after);
        Analysis complete = withHistory(withSuccessions(analysis, before, after), after, told);
        byte[] bytes = Wire.write(complete);
        if (bytes.length > settings.maxRecordBytes()) {
            throw new RefusedRecord(
                    "too-large",
                    "the analysis has " + bytes.length + " bytes, more than the " + settings.maxRecordBytes()
                            + " a record may have");
        }
        histories.put(document.id(), after);
        pages.put(document.id(), told);
        mark(record, document);
        context.forward(record.withValue(bytes), AnalyzeTopology.TO_ANALYSES);
        sketch(document.id(), after)
                .ifPresent(
                        sketch -> context.forward(record.withValue(Wire.write(sketch)), AnalyzeTopology.TO_SKETCHES));
        String status = reused.isPresent() ? REUSED : StageCounts.EMITTED;
        listener.analyzed(trace(record), complete, status);
        return status;
    }

    /** The page by its newest text, with what all its versions state. */
    private Optional<PageSketch> sketch(String documentId, VersionHistory history) {
        return history.newest().flatMap(newest -> texts.text(documentId, newest.textSha256())
                .map(text -> new PageSketch(
                        documentId,
                        newest.textSha256(),
                        newest.first(),
                        TextSketch.of(text),
                        history.versions().stream()
                                .flatMap(version -> version.statements().stream())
                                .map(stated -> Wording.of(stated.id(), stated.words()))
                                .distinct()
                                .toList())));
    }

    /** A page that went back to an earlier text is news; one captured again as it was is not. */
    private boolean changesNothing(VersionHistory before, VersionHistory after, String documentId) {
        return before.newest().map(Version::textSha256).equals(after.newest().map(Version::textSha256))
                && fates(before, documentId).equals(fates(after, documentId))
                && lastTold(documentId).equals(pageHistory(documentId, after));
    }

    private PageHistory lastTold(String documentId) {
        PageHistory kept = pages.get(documentId);
        return kept == null ? PageHistory.unchanged() : kept;
    }

    private PageHistory pageHistory(String documentId, VersionHistory history) {
        return new CaptureSequence(history.captures())
                .history(sha256 -> texts.text(documentId, sha256), notes, lastTold(documentId));
    }

    /** With the page's history; statements of other versions are named when the page is now edited in another way than was told. */
    private Analysis withHistory(Analysis analysis, VersionHistory versions, PageHistory history) {
        Document document = analysis.document();
        boolean news = history.edited() != lastTold(document.id()).edited();
        List<String> others = news ? versions.statementsBeside(document.textSha256()) : List.of();
        return new Analysis(
                document,
                analysis.annotation(),
                analysis.lemmas(),
                analysis.successions(),
                new PageHistory(history.versions(), history.revisions(), others));
    }

    private Analysis analyze(Document document, String rules) {
        DocumentAnalyzer ready = analyzer;
        if (ready == null) {
            ready = factory.create();
            analyzer = ready;
        }
        try {
            Analysis analysis = ready.analyze(document);
            reuse.keep(analysis, rules);
            ready.takeFailedRules().forEach(outcomes::ruleFailed);
            return analysis;
        } catch (RuntimeException | StackOverflowError e) {
            // Nobody knows in what state the failure left the models.
            analyzer = null;
            throw new RefusedRecord("analysis-failed", e.toString());
        }
    }

    private static Version version(Document document, Analysis analysis, @Nullable Version known) {
        List<Stated> stated = analysis.annotation().statements().stream()
                .map(s -> new Stated(s.id(), Texts.singleSpaced(s.text())))
                .toList();
        Instant at = document.capturedAt();
        return known == null
                ? new Version(document.textSha256(), at, at, stated)
                : new Version(document.textSha256(), known.first(), known.last(), stated).seenAt(at);
    }

    /**
     * What changed for statements of other versions, and all that is known of this version's own. An own statement without a
     * succession is current: writing this analysis takes back whatever was said of it before.
     */
    private Analysis withSuccessions(Analysis analysis, VersionHistory before, VersionHistory after) {
        Document document = analysis.document();
        Map<String, Succession> now = fates(after, document.id());
        Map<String, Succession> told = new TreeMap<>();
        after.changes(fates(before, document.id()), now, document.capturedAt())
                .forEach(change -> told.put(change.statementId(), change));
        analysis.annotation().statements().forEach(s -> {
            Succession own = now.get(s.id());
            if (own == null) {
                told.remove(s.id());
            } else {
                told.put(s.id(), own);
            }
        });
        return new Analysis(document, analysis.annotation(), analysis.lemmas(), new ArrayList<>(told.values()));
    }

    private Map<String, Succession> fates(VersionHistory history, String documentId) {
        return history.fates((version, words) -> texts.holds(documentId, version.textSha256(), words));
    }
}
