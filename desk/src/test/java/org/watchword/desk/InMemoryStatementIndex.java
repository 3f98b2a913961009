package org.watchword.desk;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.index.Appearance;
import org.watchword.index.Copies;
import org.watchword.index.DocumentHit;
import org.watchword.index.DocumentResult;
import org.watchword.index.EditIndex;
import org.watchword.index.EditQuery;
import org.watchword.index.EditResult;
import org.watchword.index.EditedPage;
import org.watchword.index.Facet;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.QueryException;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.index.StatementStream;
import org.watchword.index.StatementStreams;
import org.watchword.model.Analysis;
import org.watchword.model.ContentHash;
import org.watchword.model.Flag;
import org.watchword.model.PageEdits;
import org.watchword.model.Span;
import org.watchword.model.Speaker;
import org.watchword.model.review.Agreement;

/** Finds by plain words; an unclosed quotation mark is not understood. */
final class InMemoryStatementIndex implements StatementIndex, EditIndex {

    private final Map<String, StatementRecord> statements = new LinkedHashMap<>();
    private final Map<String, Analysis> documents = new LinkedHashMap<>();
    private volatile boolean up = true;
    private volatile boolean rebuilding;
    private volatile @Nullable StatementQuery lastQuery;
    private volatile @Nullable EditQuery lastEditQuery;

    void add(Analysis analysis, List<StatementRecord> records) {
        documents.put(analysis.document().id(), analysis);
        records.forEach(record -> statements.put(record.id(), record));
    }

    void add(StatementRecord record) {
        statements.put(record.id(), record);
    }

    /** @param page statements handed out at once */
    StatementStreams streams(int page) {
        return (query, after) -> {
            requireUp();
            List<StatementRecord> found = statements.values().stream()
                    .filter(statement -> matches(statement, query))
                    .sorted(Comparator.comparing(InMemoryStatementIndex::date).thenComparing(StatementRecord::id))
                    .toList();
            int begin = (int) found.stream()
                    .filter(statement -> after != null && !isBehind(statement, after))
                    .count();
            return new InMemoryStatementStream(found, begin, page);
        };
    }

    private static boolean isBehind(StatementRecord statement, StatementStream.Position position) {
        int byDate = date(statement).compareTo(position.date());
        return byDate > 0 || byDate == 0 && statement.id().compareTo(position.id()) > 0;
    }

    void rebuild() {
        rebuilding = true;
    }

    @Override
    public boolean isBeingRebuilt() {
        return rebuilding;
    }

    @Override
    public Optional<String> suggestion(StatementQuery query) {
        return query.text().equals("ratts") ? Optional.of("rats") : Optional.empty();
    }

    void takeDown() {
        up = false;
    }

    Optional<StatementQuery> lastQuery() {
        return Optional.ofNullable(lastQuery);
    }

    @Override
    public SearchResult search(StatementQuery query) {
        lastQuery = query;
        List<StatementRecord> found = found(query).stream()
                .sorted(byDate(query.sort()).thenComparing(StatementRecord::id))
                .toList();
        Map<String, List<StatementRecord>> byCopies = found.stream()
                .collect(Collectors.groupingBy(
                        InMemoryStatementIndex::copiesKey, LinkedHashMap::new, Collectors.toList()));
        if (query.collapse()) {
            List<SearchResult.Hit> once = byCopies.values().stream()
                    .map(same -> new SearchResult.Hit(
                            same.get(0),
                            highlights(same.get(0), query),
                            new Copies(
                                    same.size(),
                                    same.stream()
                                            .map(StatementRecord::outlet)
                                            .distinct()
                                            .count(),
                                    same)))
                    .limit(query.size())
                    .toList();
            return new SearchResult(found.size(), (long) byCopies.size(), once, facets(found), null);
        }
        int from = query.after() == null ? 0 : Integer.parseInt(query.after());
        int to = Math.min(found.size(), from + query.size());
        List<SearchResult.Hit> hits = found.subList(Math.min(from, to), to).stream()
                .map(statement -> new SearchResult.Hit(statement, highlights(statement, query)))
                .toList();
        return new SearchResult(found.size(), hits, facets(found), to < found.size() ? String.valueOf(to) : null);
    }

    @Override
    public DocumentResult documents(StatementQuery query) {
        lastQuery = query;
        Map<String, List<StatementRecord>> byDocument = found(query).stream()
                .sorted(byDate(query.sort()))
                .collect(Collectors.groupingBy(StatementRecord::documentId, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<SearchResult.Bucket>> facets = new HashMap<>(facets(byDocument.values().stream()
                .map(statements -> statements.get(0))
                .toList()));
        facets.remove(Facet.REVIEW.parameter());
        facets.remove(Facet.AGREEMENT.parameter());
        return new DocumentResult(
                byDocument.size(),
                query.collapse() ? (long) byDocument.size() : null,
                byDocument.values().stream()
                        .limit(query.size())
                        .map(statements -> hit(statements, query))
                        .toList(),
                facets,
                null);
    }

    private static DocumentHit hit(List<StatementRecord> statements, StatementQuery query) {
        StatementRecord first = statements.get(0);
        return new DocumentHit(
                first.documentId(),
                first.url(),
                first.title(),
                first.publishedAt(),
                first.capturedAt(),
                first.outlet(),
                first.source(),
                first.language(),
                1,
                first.edited(),
                statements.size(),
                (int) statements.stream()
                        .filter(s -> values(Facet.STATUS, s).anyMatch("flagged"::equals))
                        .count(),
                values(Facet.CATEGORY, first).distinct().toList(),
                values(Facet.SPEAKER, first).toList(),
                List.of(new DocumentHit.Passage(first.text(), highlights(first, query))));
    }

    private static Comparator<StatementRecord> byDate(StatementQuery.Sort sort) {
        Comparator<StatementRecord> oldest = Comparator.comparing(InMemoryStatementIndex::date);
        return sort == StatementQuery.Sort.OLDEST ? oldest : oldest.reversed();
    }

    private static String copiesKey(StatementRecord statement) {
        return statement.story() + ContentHash.wordsId(statement.text());
    }

    private static boolean matches(StatementRecord statement, StatementQuery query) {
        List<Flag> flags = statement.flags();
        return words(query).stream().allMatch(statement.text().toLowerCase(Locale.ROOT)::contains)
                && query.facets().entrySet().stream().allMatch(wanted -> narrowing(wanted.getKey(), statement)
                        .anyMatch(wanted.getValue()::contains))
                && (query.from() == null || !date(statement).isBefore(query.from()))
                && (query.to() == null || date(statement).isBefore(query.to()));
    }

    /** A category's family stands for all of it. */
    private static Stream<String> narrowing(Facet facet, StatementRecord statement) {
        return facet == Facet.CATEGORY
                ? values(facet, statement).flatMap(id -> Stream.of(id, id.split("\\.")[0]))
                : values(facet, statement);
    }

    /** Everything a query finds, in no order. */
    List<StatementRecord> found(StatementQuery query) {
        requireUp();
        if (query.text().chars().filter(c -> c == '"').count() % 2 == 1) {
            throw new QueryException(
                    "a quotation mark is opened and not closed", query.text().lastIndexOf('"'));
        }
        return statements.values().stream()
                .filter(statement -> matches(statement, query))
                .toList();
    }

    static Stream<String> values(Facet facet, StatementRecord statement) {
        Stream<Flag> flags = statement.flags().stream();
        return switch (facet) {
            case CATEGORY -> flags.map(flag -> flag.category().id());
            case STATUS -> flags.map(InMemoryStatementIndex::status);
            case SEVERITY -> flags.map(flag -> flag.severity().id());
            case SPEAKER -> speaker(statement, Speaker::name);
            case OFFICE -> speaker(statement, Speaker::office);
            case COUNTRY -> speaker(statement, Speaker::country);
            case TARGET -> targets(statement);
            case SOURCE -> Stream.of(statement.source());
            case OUTLET -> Stream.of(statement.outlet());
            case OUTLET_COUNTRY -> Stream.ofNullable(statement.outletCountry());
            case LANGUAGE -> Stream.of(statement.language());
            case RULE -> flags.map(Flag::rule);
            case EDITED -> Stream.of(statement.edited().id());
            case REVIEW -> Stream.of(statement.standing().state().id());
            case AGREEMENT ->
                Stream.ofNullable(statement.standing().agreement()).map(Agreement::id);
        };
    }

    private static List<String> words(StatementQuery query) {
        return Arrays.stream(
                        query.text().replace("\"", "").toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<Span> highlights(StatementRecord statement, StatementQuery query) {
        List<Span> spans = new ArrayList<>();
        String text = statement.text().toLowerCase(Locale.ROOT);
        for (String word : words(query)) {
            int at = text.indexOf(word);
            if (at >= 0) {
                spans.add(new Span(at, at + word.length()));
            }
        }
        return spans;
    }

    private static Map<String, List<SearchResult.Bucket>> facets(List<StatementRecord> found) {
        Map<String, List<SearchResult.Bucket>> facets = new HashMap<>();
        for (Facet facet : Facet.values()) {
            facets.put(facet.parameter(), buckets(found, statement -> values(facet, statement)));
        }
        facets.put(
                "date",
                buckets(
                        found,
                        s -> Stream.of(
                                YearMonth.from(date(s).atZone(ZoneOffset.UTC)).toString())));
        return facets;
    }

    private static List<SearchResult.Bucket> buckets(
            List<StatementRecord> found, Function<StatementRecord, Stream<String>> values) {
        Map<String, Long> counts = found.stream()
                .flatMap(statement -> values.apply(statement).distinct())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new SearchResult.Bucket(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(SearchResult.Bucket::count).reversed())
                .toList();
    }

    private static Stream<String> speaker(StatementRecord statement, Function<Speaker, @Nullable String> part) {
        return Stream.ofNullable(statement.speaker()).map(part).filter(Objects::nonNull);
    }

    private static Stream<String> targets(StatementRecord statement) {
        return statement.flags().stream().flatMap(flag -> {
            var target = flag.target();
            return target == null ? Stream.empty() : Stream.of(target.group());
        });
    }

    private static String status(Flag flag) {
        return flag.status().name().toLowerCase(Locale.ROOT);
    }

    static Instant date(StatementRecord statement) {
        Instant published = statement.publishedAt();
        return published != null ? published : statement.capturedAt();
    }

    @Override
    public EditResult edits(EditQuery query) {
        requireUp();
        lastEditQuery = query;
        List<EditedPage> found = documents.values().stream()
                .filter(a -> a.history().edited() != PageEdits.NONE)
                .filter(a -> !query.silentOnly() || a.history().edited() == PageEdits.SILENT)
                .map(InMemoryStatementIndex::page)
                .toList();
        return new EditResult(found.size(), found, null);
    }

    private static EditedPage page(Analysis analysis) {
        var document = analysis.document();
        return new EditedPage(
                document.id(),
                document.title(),
                document.outlet(),
                document.source(),
                analysis.annotation().language(),
                document.url(),
                document.publishedAt(),
                analysis.history().versions(),
                analysis.history().edited(),
                document.capturedAt(),
                analysis.history());
    }

    Optional<EditQuery> lastEditQuery() {
        return Optional.ofNullable(lastEditQuery);
    }

    @Override
    public Optional<StatementRecord> statement(String id) {
        requireUp();
        return Optional.ofNullable(statements.get(id));
    }

    @Override
    public List<Appearance> appearances(StatementRecord statement) {
        requireUp();
        return statements.values().stream()
                .filter(other -> other.story().equals(statement.story()))
                .map(other -> new Appearance(
                        other.documentId(),
                        other.outlet(),
                        other.source(),
                        other.language(),
                        other.title(),
                        other.url(),
                        other.publishedAt(),
                        other.capturedAt(),
                        other.text().equals(statement.text()) ? other.id() : null))
                .toList();
    }

    @Override
    public Optional<Analysis> document(String id) {
        requireUp();
        return Optional.ofNullable(documents.get(id));
    }

    @Override
    public Optional<Analysis> document(String id, String textSha256) {
        return document(id).filter(analysis -> analysis.document().textSha256().equals(textSha256));
    }

    @Override
    public boolean isUp() {
        return up;
    }

    private void requireUp() {
        if (!up) {
            throw new IndexUnavailableException(
                    "Elasticsearch at http://localhost:9200 does not answer: connection refused",
                    new IOException("connection refused"));
        }
    }
}
