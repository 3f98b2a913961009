package org.watchword.desk.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.watchword.desk.DeskPorts;
import org.watchword.desk.HealthSource;
import org.watchword.desk.StatusSource;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.Routes;
import org.watchword.desk.access.Visitor;
import org.watchword.desk.copy.ArchivedCopy;
import org.watchword.desk.copy.CopySource;
import org.watchword.desk.request.EditParameters;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.review.ReviewDesk;
import org.watchword.desk.rule.RuleSource;
import org.watchword.desk.saved.SavedSearchEditor;
import org.watchword.desk.status.StageSummary;
import org.watchword.index.DocumentResult;
import org.watchword.index.EditIndex;
import org.watchword.index.EditQuery;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.QueryException;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;
import org.watchword.model.ArchiveRef;

/** The pages' addresses. */
public final class PageRoutes {

    private final StatementIndex index;
    private final EditIndex edits;
    private final StatusSource status;
    private final HealthSource health;
    private final CopySource copies;
    private final RuleSource rules;
    private final ReviewDesk reviews;
    private final SavedRoutes saved;
    private final ProfileRoutes profiles;
    private final BatchRoutes batches;
    private final Answering answering = new Answering();

    public PageRoutes(DeskPorts ports) {
        this.index = ports.index();
        this.edits = ports.edits();
        this.status = ports.status();
        this.health = ports.health();
        this.copies = ports.copies();
        this.rules = ports.rules();
        SavedSearchEditor searches = new SavedSearchEditor(ports.searches(), ports.clock());
        this.batches = new BatchRoutes(ports, searches, answering);
        this.profiles = new ProfileRoutes(ports, answering);
        this.reviews = ports.reviews();
        this.saved = new SavedRoutes(searches, rules, answering);
    }

    public void register(RoutesConfig routes) {
        Routes.read(routes, Needs.READER, "/", this::search);
        Routes.read(routes, Needs.READER, "/documents", this::documents);
        Routes.evidence(routes, Needs.READER, "read timeline", "/timeline", this::timeline);
        Routes.evidence(routes, Needs.READER, "read statement", "/statements/{id}", this::statement);
        Routes.evidence(routes, Needs.READER, "read archived copy", "/statements/{id}/copy", this::copy);
        Routes.evidence(routes, Needs.READER, "read document", "/documents/{id}", this::document);
        Routes.evidence(routes, Needs.READER, "read versions", "/documents/{id}/versions", this::versions);
        saved.register(routes);
        profiles.register(routes);
        batches.register(routes);
        new ReviewRoutes(index, reviews, rules, answering).register(routes);
        Routes.read(routes, Needs.READER, "/edits", this::edits);
        Routes.read(routes, Needs.READER, "/sources", this::sources);
        Routes.read(routes, Needs.READER, "/sources/{id}", this::source);
        Routes.read(routes, Needs.READER, "/status", this::status);
        Routes.read(routes, Needs.NOBODY, "/assets/{file}", PageRoutes::asset);
        Routes.read(routes, Needs.NOBODY, "/favicon.ico", ctx -> ctx.redirect(Asset.ICON.href()));
    }

    /** Answers with a page that says what went wrong. */
    public void error(Context ctx, ErrorView error) {
        answering.error(ctx, error);
    }

    private void search(Context ctx) {
        SearchRequest search = SearchParameters.parse(ctx.queryParamMap());
        show(ctx, Unit.STATEMENTS, search, () -> {
            SearchResult result = index.search(search.toQuery());
            NoHit noHit = noHit(search, result.total());
            return SearchView.of(search, result, noHit.suggestion, noHit.rebuilding, rules.groups());
        });
    }

    private void documents(Context ctx) {
        SearchRequest search = SearchParameters.ofDocuments(ctx.queryParamMap());
        show(ctx, Unit.DOCUMENTS, search, () -> {
            DocumentResult result = index.documents(search.toQuery());
            NoHit noHit = noHit(search, result.total());
            return SearchView.of(search, result, noHit.suggestion, noHit.rebuilding, rules.groups());
        });
    }

    private void show(Context ctx, Unit unit, SearchRequest search, Supplier<SearchView> found) {
        try {
            answering.page(ctx, found.get());
        } catch (QueryException e) {
            answering.page(
                    ctx.status(HttpStatus.BAD_REQUEST),
                    SearchView.failed(unit, search, error(search, e), rules.groups()));
        }
    }

    /** What a page without a hit says of that. */
    private record NoHit(Optional<String> suggestion, boolean rebuilding) {}

    private NoHit noHit(SearchRequest search, long total) {
        if (total > 0) {
            return new NoHit(Optional.empty(), false);
        }
        Optional<String> suggestion = search.text().isEmpty() ? Optional.empty() : index.suggestion(search.toQuery());
        return new NoHit(suggestion, index.isBeingRebuilt());
    }

    private static QueryError error(SearchRequest search, QueryException e) {
        return QueryError.at(
                Objects.requireNonNullElse(e.getMessage(), "it cannot be read"), search.text(), e.position());
    }

    private void timeline(Context ctx) {
        SearchRequest search = SearchParameters.parse(ctx.queryParamMap());
        try {
            answering.page(ctx, new Timelines(index, health, rules.groups()).of(search));
        } catch (QueryException e) {
            // The search page has the query box, and shows the place.
            ctx.redirect(SearchAddress.page(search));
        }
    }

    private void statement(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        String id = ctx.pathParam("id");
        index.statement(id)
                .ifPresentOrElse(
                        statement -> answering.page(
                                ctx,
                                StatementView.of(
                                        statement,
                                        index.document(statement.documentId(), statement.textSha256()),
                                        index.appearances(statement),
                                        rules,
                                        ctx.scheme() + "://" + ctx.host(),
                                        ReviewPanel.of(statement, reviews.decisions(statement), Visitor.account(ctx)))),
                        () -> answering.notFound(ctx, "statement"));
    }

    private void copy(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        Optional<StatementRecord> found = index.statement(ctx.pathParam("id"));
        ArchiveRef archive = found.map(StatementRecord::archive).orElse(null);
        if (found.isEmpty() || archive == null) {
            answering.notFound(ctx, found.isEmpty() ? "statement" : "archived copy");
            return;
        }
        ArchivedCopy copy = copies.copy(archive);
        if (copy instanceof ArchivedCopy.Found page) {
            ctx.header("Content-Security-Policy", CopyPage.POLICY).html(CopyPage.html(found.get(), archive, page));
        } else if (copy instanceof ArchivedCopy.Absent absent) {
            answering.error(ctx, new ErrorView(404, "The archived copy is not here", absent.reason()));
        }
    }

    private void document(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of("version"));
        String id = ctx.pathParam("id");
        String version = ctx.queryParam("version");
        Optional<Analysis> found = version == null ? index.document(id) : index.document(id, version);
        found.ifPresentOrElse(
                analysis -> answering.page(ctx, DocumentView.of(analysis)), () -> answering.notFound(ctx, "document"));
    }

    private void versions(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        String id = ctx.pathParam("id");
        index.document(id)
                .ifPresentOrElse(
                        newest -> answering.page(ctx, VersionsView.of(newest, sha256 -> index.document(id, sha256))),
                        () -> answering.notFound(ctx, "document"));
    }

    private void edits(Context ctx) {
        EditQuery query = EditParameters.parse(ctx.queryParamMap());
        answering.page(ctx, EditsView.of(query, edits.edits(query)));
    }

    private void sources(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        answering.page(ctx, new SourcesView(health.sources()));
    }

    private void source(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        String id = ctx.pathParam("id");
        health.sources().stream()
                .filter(source -> source.source().equals(id))
                .findFirst()
                .ifPresentOrElse(
                        source -> answering.page(ctx, new SourceView(source)), () -> answering.notFound(ctx, "source"));
    }

    private void status(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        boolean up = isUp();
        answering.page(ctx, new StatusView(StageSummary.of(status.counts()), up, up && index.isBeingRebuilt()));
    }

    private boolean isUp() {
        try {
            return index.isUp();
        } catch (IndexUnavailableException e) {
            return false;
        }
    }

    private static void asset(Context ctx) {
        Optional<Asset> asset = Asset.named(ctx.pathParam("file"));
        if (asset.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND)
                    .contentType("text/plain; charset=utf-8")
                    .result("no such file\n");
            return;
        }
        List<String> version = ctx.queryParams("v");
        ctx.header("Cache-Control", version.isEmpty() ? "no-cache" : "public, max-age=31536000, immutable")
                .contentType(asset.get().contentType())
                .result(asset.get().bytes());
    }
}
