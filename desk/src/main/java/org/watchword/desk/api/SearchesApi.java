package org.watchword.desk.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.access.Routes;
import org.watchword.desk.access.Visitor;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.saved.SavedSearchEditor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Saved searches in the JSON API; each is written with the field names of {@link org.watchword.index.SavedSearch}. */
final class SearchesApi {

    private static final String PATH = "/api/searches";

    private final SavedSearchEditor searches;
    private final JsonAnswers answers;

    SearchesApi(SavedSearchEditor searches, JsonAnswers answers) {
        this.searches = searches;
        this.answers = answers;
    }

    void register(RoutesConfig routes) {
        Routes.read(routes, Needs.READER, PATH, this::list);
        Routes.read(routes, Needs.READER, PATH + "/{name}", this::show);
        Routes.change(routes, Needs.READER, "save search", PATH, this::create);
        Routes.change(routes, Needs.READER, "change search", PATH + "/{name}", this::change);
        Routes.change(routes, Needs.READER, "remove search", PATH + "/{name}/remove", this::remove);
    }

    private void list(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        JsonMapper mapper = answers.mapper();
        ObjectNode json = mapper.createObjectNode();
        json.set("searches", mapper.valueToTree(searches.all()));
        answers.json(ctx, json);
    }

    private void show(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        searches.named(ctx.pathParam("name"))
                .ifPresentOrElse(
                        search -> answers.json(ctx, search),
                        () -> answers.error(ctx, 404, "no saved search of this name", -1));
    }

    /** {@code {"name", "description"?, "parameters"?}}; answers 201 with what is kept. */
    private void create(Context ctx) {
        JsonNode body = body(ctx, Set.of("name", "description", "parameters"));
        answers.json(
                ctx.status(201),
                searches.create(
                        Visitor.account(ctx), text(body, "name"), text(body, "description"), text(body, "parameters")));
    }

    /** {@code {"description", "parameters", "changedAt"?}}; with {@code changedAt}, only what was last changed then is changed. */
    private void change(Context ctx) {
        JsonNode body = body(ctx, Set.of("description", "parameters", "changedAt"));
        answers.json(
                ctx,
                searches.change(
                        Visitor.account(ctx),
                        ctx.pathParam("name"),
                        text(body, "description"),
                        text(body, "parameters"),
                        text(body, "changedAt")));
    }

    private void remove(Context ctx) {
        searches.remove(Visitor.account(ctx), ctx.pathParam("name"), "");
        ctx.status(204);
    }

    private JsonNode body(Context ctx, Set<String> known) {
        JsonNode body;
        try {
            body = answers.mapper().readTree(ctx.bodyAsBytes());
        } catch (JacksonException e) {
            throw new RefusedException(400, "The body is not JSON: " + e.getOriginalMessage());
        }
        if (!body.isObject()) {
            throw new RefusedException(400, "The body must be a JSON object.");
        }
        SearchParameters.requireKnown(Set.copyOf(body.propertyNames()), known);
        return body;
    }

    private static String text(JsonNode body, String name) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new BadParameterException("'" + name + "' must be a text");
        }
        return value.asString();
    }
}
