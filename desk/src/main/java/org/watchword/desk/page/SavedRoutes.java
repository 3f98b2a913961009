package org.watchword.desk.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import java.util.Set;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.access.Routes;
import org.watchword.desk.access.Visitor;
import org.watchword.desk.account.Account;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.RuleSource;
import org.watchword.desk.saved.SavedSearchEditor;
import org.watchword.index.SavedSearch;

/** The pages of saved searches. */
final class SavedRoutes {

    private static final String LIST = "/saved";

    private final SavedSearchEditor searches;
    private final RuleSource rules;
    private final Answering answering;

    SavedRoutes(SavedSearchEditor searches, RuleSource rules, Answering answering) {
        this.searches = searches;
        this.rules = rules;
        this.answering = answering;
    }

    void register(RoutesConfig routes) {
        Routes.read(routes, Needs.READER, LIST, this::list);
        Routes.read(routes, Needs.READER, LIST + "/{name}", this::show);
        Routes.change(routes, Needs.READER, "save search", LIST, this::create);
        Routes.change(routes, Needs.READER, "change search", LIST + "/{name}/change", this::change);
        Routes.change(routes, Needs.READER, "remove search", LIST + "/{name}/remove", this::remove);
    }

    private void list(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        Account account = Visitor.account(ctx);
        answering.page(
                ctx,
                new SavedView(searches.all().stream()
                        .map(search -> SavedSearchView.of(search, account, rules.groups()))
                        .toList()));
    }

    private void show(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        searches.named(ctx.pathParam("name"))
                .ifPresentOrElse(
                        search -> answering.page(ctx, SavedSearchView.of(search, Visitor.account(ctx), rules.groups())),
                        () -> answering.notFound(ctx, "saved search"));
    }

    private void create(Context ctx) {
        String name = field(ctx, "name");
        String description = field(ctx, "description");
        String parameters = field(ctx, "parameters");
        SearchRequest search = SearchAddress.read(parameters);
        try {
            SavedSearch saved = searches.create(Visitor.account(ctx), name, description, parameters);
            ctx.redirect(Paths.saved(saved.name()), HttpStatus.SEE_OTHER);
        } catch (RefusedException e) {
            answering.page(
                    ctx.status(e.status()),
                    SaveView.of(e.reason(), name, description, parameters, search, rules.groups()));
        }
    }

    private void change(Context ctx) {
        SavedSearch changed = searches.change(
                Visitor.account(ctx),
                ctx.pathParam("name"),
                field(ctx, "description"),
                field(ctx, "parameters"),
                field(ctx, "seen"));
        ctx.redirect(Paths.saved(changed.name()), HttpStatus.SEE_OTHER);
    }

    private void remove(Context ctx) {
        searches.remove(Visitor.account(ctx), ctx.pathParam("name"), field(ctx, "seen"));
        ctx.redirect(LIST, HttpStatus.SEE_OTHER);
    }

    private static String field(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }
}
