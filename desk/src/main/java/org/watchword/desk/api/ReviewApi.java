package org.watchword.desk.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Set;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.access.Routes;
import org.watchword.desk.access.Visitor;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.review.ReviewDesk;
import org.watchword.desk.review.ReviewForm;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementRecord;
import org.watchword.model.review.ReviewFold;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Decisions in the JSON API. */
final class ReviewApi {

    private final StatementIndex index;
    private final ReviewDesk reviews;
    private final JsonAnswers answers;
    private final JsonMapper mapper;

    /** @param index as whoever has just decided must see it */
    ReviewApi(StatementIndex index, ReviewDesk reviews, JsonAnswers answers) {
        this.index = index;
        this.reviews = reviews;
        this.answers = answers;
        this.mapper = answers.mapper();
    }

    void register(RoutesConfig routes) {
        Routes.read(routes, Needs.READER, "/api/reviews", this::report);
        Routes.evidence(routes, Needs.READER, "read decisions", "/api/statements/{id}/reviews", this::decisions);
        Routes.change(routes, Needs.REVIEWER, "decide", "/api/statements/{id}/reviews", this::decide);
    }

    private void report(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        answers.json(ctx, reviews.report());
    }

    private void decisions(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        ReviewFold fold = reviews.decisions(statement(ctx));
        ObjectNode json = mapper.createObjectNode();
        json.set("review", mapper.valueToTree(fold.summary()));
        json.set("decisions", mapper.<ArrayNode>valueToTree(fold.decisions()));
        answers.json(ctx, json);
    }

    private void decide(Context ctx) {
        ReviewDesk.Outcome outcome =
                reviews.decide(statement(ctx), ReviewForm.parse(ctx.formParamMap()), Visitor.account(ctx));
        ObjectNode json = mapper.createObjectNode();
        if (outcome instanceof ReviewDesk.Outcome.Saved saved) {
            json.set("decision", mapper.valueToTree(saved.decision()));
            json.set("review", mapper.valueToTree(saved.now()));
            answers.json(ctx.status(HttpStatus.CREATED), json);
        } else if (outcome instanceof ReviewDesk.Outcome.Conflict conflict) {
            json.put(
                    "error",
                    "somebody has decided since; nothing was saved. Send it again with 'basedOn' of the newest decision");
            json.set("others", mapper.<ArrayNode>valueToTree(conflict.others()));
            answers.json(ctx.status(HttpStatus.CONFLICT), json);
        }
    }

    private StatementRecord statement(Context ctx) {
        return index.statement(ctx.pathParam("id"))
                .orElseThrow(() -> new RefusedException(404, "no statement with this id"));
    }
}
