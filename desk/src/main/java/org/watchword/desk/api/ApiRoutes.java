package org.watchword.desk.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.DeskPorts;
import org.watchword.desk.HealthSource;
import org.watchword.desk.StatusSource;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.Routes;
import org.watchword.desk.access.Visitor;
import org.watchword.desk.account.Account;
import org.watchword.desk.health.SourceHealth;
import org.watchword.desk.passage.Passage;
import org.watchword.desk.request.EditParameters;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.saved.SavedSearchEditor;
import org.watchword.desk.status.StageSummary;
import org.watchword.index.DocumentResult;
import org.watchword.index.EditIndex;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The addresses of the JSON API. */
public final class ApiRoutes {

    private final StatementIndex index;
    private final EditIndex edits;
    private final StatusSource status;
    private final HealthSource health;
    private final JsonAnswers answers = new JsonAnswers();
    private final JsonMapper mapper = answers.mapper();
    private final SearchesApi searches;
    private final ProfilesApi profiles;
    private final ReviewApi reviews;
    private final StatementJson statements = new StatementJson(mapper);
    private final StreamRoute stream;
    private final byte[] description = description();

    public ApiRoutes(DeskPorts ports) {
        this.index = ports.index();
        this.edits = ports.edits();
        this.status = ports.status();
        this.health = ports.health();
        this.stream = new StreamRoute(index, ports.streams(), mapper);
        this.profiles = new ProfilesApi(ports, answers);
        this.reviews = new ReviewApi(index, ports.reviews(), answers);
        this.searches = new SearchesApi(new SavedSearchEditor(ports.searches(), ports.clock()), answers);
    }

    public void register(RoutesConfig routes) {
        Routes.read(routes, Needs.NOBODY, "/health", this::health);
        Routes.read(routes, Needs.READER, "/api/statements", this::search);
        Routes.evidence(routes, Needs.READER, "read statement", "/api/statements/{id}", this::statement);
        Routes.read(routes, Needs.READER, "/api/documents", this::documents);
        Routes.evidence(routes, Needs.READER, "read document", "/api/documents/{id}", this::document);
        searches.register(routes);
        profiles.register(routes);
        reviews.register(routes);
        Routes.read(routes, Needs.READER, "/api/edits", this::edits);
        Routes.read(routes, Needs.READER, "/api/sources", this::sources);
        Routes.read(routes, Needs.READER, "/api/sources/{id}", this::source);
        Routes.read(routes, Needs.READER, "/api/status", this::status);
        Routes.read(routes, Needs.READER, "/api/account", this::account);
        Routes.read(routes, Needs.NOBODY, "/api/openapi.json", ctx -> ctx.contentType("application/json; charset=utf-8")
                .result(description));
        stream.register(routes);
    }

    /** Whether an address answers in JSON, errors included. */
    public static boolean covers(String path) {
        return path.equals("/health") || path.equals("/api") || path.startsWith("/api/");
    }

    /** Answers {@code {"error", "position"}}; {@code position} is left out when negative. */
    public void error(Context ctx, int httpStatus, String message, int position) {
        answers.error(ctx, httpStatus, message, position);
    }

    private void health(Context ctx) {
        boolean up = isUp();
        ObjectNode json =
                mapper.createObjectNode().put("status", up ? "up" : "degraded").put("index", up ? "up" : "down");
        answers.json(ctx.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE), json);
    }

    private void search(Context ctx) {
        StatementQuery query = SearchParameters.parse(ctx.queryParamMap()).toQuery();
        SearchResult result = index.search(query);
        ObjectNode json = statements.result(result);
        if (result.total() == 0 && !query.text().isBlank()) {
            index.suggestion(query).ifPresent(words -> json.put("suggestion", words));
        }
        answers.json(ctx, json);
    }

    private void documents(Context ctx) {
        StatementQuery query = SearchParameters.ofDocuments(ctx.queryParamMap()).toQuery();
        DocumentResult result = index.documents(query);
        ObjectNode json = mapper.valueToTree(result);
        if (result.distinct() == null) {
            json.remove("distinct");
        }
        json.set("facets", statements.facets(result.facets()));
        json.put("next", result.next());
        if (result.total() == 0 && !query.text().isBlank()) {
            index.suggestion(query).ifPresent(words -> json.put("suggestion", words));
        }
        answers.json(ctx, json);
    }

    private void statement(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        String id = ctx.pathParam("id");
        Optional<StatementRecord> found = index.statement(id);
        if (found.isEmpty()) {
            error(ctx, 404, "no statement with this id", -1);
            return;
        }
        StatementRecord statement = found.get();
        Optional<Passage> passage = index.document(statement.documentId(), statement.textSha256())
                .flatMap(analysis -> Passage.of(statement, analysis));
        answers.json(ctx, statements.statement(statement, passage, index.appearances(statement)));
    }

    private void document(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of("version"));
        String id = ctx.pathParam("id");
        String version = ctx.queryParam("version");
        Optional<Analysis> found = version == null ? index.document(id) : index.document(id, version);
        if (found.isEmpty()) {
            error(ctx, 404, version == null ? "no document with this id" : "no such version of a document", -1);
            return;
        }
        answers.json(ctx, found.get());
    }

    private void edits(Context ctx) {
        answers.json(ctx, edits.edits(EditParameters.parse(ctx.queryParamMap())));
    }

    /** Without the days of each, which {@code /api/sources/{id}} gives. */
    private void sources(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        ArrayNode sources = mapper.createArrayNode();
        for (SourceHealth source : health.sources()) {
            ObjectNode json = mapper.valueToTree(source);
            json.remove("days");
            json.put("coveredDays", source.coveredDays());
            json.put("articles", source.articles());
            sources.add(json);
        }
        ObjectNode json = mapper.createObjectNode();
        json.set("sources", sources);
        answers.json(ctx, json);
    }

    private void source(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        String id = ctx.pathParam("id");
        health.sources().stream()
                .filter(source -> source.source().equals(id))
                .findFirst()
                .ifPresentOrElse(
                        source -> answers.json(ctx, source), () -> error(ctx, 404, "no source with this id", -1));
    }

    private void status(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        List<StageSummary> stages = StageSummary.of(status.counts());
        ObjectNode json = mapper.createObjectNode();
        json.put("addsUp", stages.stream().allMatch(StageSummary::addsUp));
        json.put("index", isUp() ? "up" : "down");
        json.set("stages", mapper.valueToTree(stages));
        answers.json(ctx, json);
    }

    /** Who calls, and the value that a change by POST must carry as {@code X-Watchword-Form} where it comes without a token. */
    private void account(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        Account account = Visitor.account(ctx);
        answers.json(
                ctx,
                mapper.createObjectNode()
                        .put("name", account.name())
                        .put("role", account.role().toString())
                        .put("form", Visitor.of(ctx).formToken()));
    }

    private boolean isUp() {
        try {
            return index.isUp();
        } catch (IndexUnavailableException e) {
            return false;
        }
    }

    private static byte[] description() {
        try (InputStream in = Objects.requireNonNull(
                ApiRoutes.class.getResourceAsStream("openapi.json"), "the desk was built without its openapi.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read openapi.json", e);
        }
    }
}
