package org.watchword.desk.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.DeskPorts;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.Routes;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.review.ReviewDesk;
import org.watchword.desk.rule.RuleCard;
import org.watchword.desk.rule.RuleSource;
import org.watchword.index.Facet;
import org.watchword.index.StatementSummaries;
import org.watchword.index.StatementSummary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Searches summed up, and rules, in the JSON API. */
final class ProfilesApi {

    private final StatementSummaries summaries;
    private final RuleSource rules;
    private final ReviewDesk reviews;
    private final JsonAnswers answers;

    ProfilesApi(DeskPorts ports, JsonAnswers answers) {
        this.summaries = ports.summaries();
        this.rules = ports.rules();
        this.reviews = ports.reviews();
        this.answers = answers;
    }

    void register(RoutesConfig routes) {
        Routes.read(routes, Needs.READER, "/api/summary", this::summary);
        Routes.read(routes, Needs.READER, "/api/rules", this::rules);
        Routes.read(routes, Needs.READER, "/api/rules/{id}", this::rule);
    }

    /** Takes the parameters of a search; those of its page play no part. */
    private void summary(Context ctx) {
        StatementSummary summary =
                summaries.summary(SearchParameters.parse(ctx.queryParamMap()).toQuery(), EnumSet.allOf(Facet.class));
        JsonMapper mapper = answers.mapper();
        ObjectNode json = mapper.valueToTree(summary);
        ObjectNode values = json.putObject("values");
        for (Facet facet : Facet.values()) {
            values.set(facet.parameter(), mapper.valueToTree(summary.of(facet)));
        }
        answers.json(ctx, json);
    }

    private void rules(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        ObjectNode json = answers.mapper().createObjectNode();
        json.set("rules", answers.mapper().valueToTree(rules.rules()));
        answers.json(ctx, json);
    }

    private void rule(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        String id = ctx.pathParam("id");
        Optional<RuleCard> rule = rules.rule(id);
        if (rule.isEmpty()) {
            answers.error(ctx, 404, "no rule with this id", -1);
            return;
        }
        ObjectNode json = answers.mapper().valueToTree(rule.get());
        json.set("precision", answers.mapper().valueToTree(reviews.report().rule(id)));
        answers.json(ctx, json);
    }
}
