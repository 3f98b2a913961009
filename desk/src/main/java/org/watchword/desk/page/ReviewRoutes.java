package org.watchword.desk.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.access.Routes;
import org.watchword.desk.access.Visitor;
import org.watchword.desk.passage.Passage;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.review.ReviewDesk;
import org.watchword.desk.review.ReviewForm;
import org.watchword.desk.review.ReviewFormat;
import org.watchword.desk.review.ReviewQueue;
import org.watchword.desk.rule.RuleSource;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementRecord;
import org.watchword.model.review.Review;

/** The addresses at which people decide, and see what was decided. */
final class ReviewRoutes {

    private final StatementIndex index;
    private final ReviewDesk reviews;
    private final RuleSource rules;
    private final Answering answering;

    /**
     * @param index as whoever has just decided must see it
     * @param rules for what a flag's rule says
     * @param answering answers with pages
     */
    ReviewRoutes(StatementIndex index, ReviewDesk reviews, RuleSource rules, Answering answering) {
        this.index = index;
        this.reviews = reviews;
        this.rules = rules;
        this.answering = answering;
    }

    void register(RoutesConfig routes) {
        Routes.evidence(routes, Needs.REVIEWER, "read queue", "/review", this::queue);
        Routes.change(routes, Needs.REVIEWER, "decide", "/statements/{id}/review", this::decide);
        Routes.read(routes, Needs.READER, "/reviews", this::report);
        Routes.evidence(
                routes,
                Needs.READER,
                "export decisions",
                "/reviews/decisions.csv",
                ctx -> export(ctx, ReviewFormat.CSV));
        Routes.evidence(
                routes,
                Needs.READER,
                "export decisions",
                "/reviews/decisions.jsonl",
                ctx -> export(ctx, ReviewFormat.JSONL));
    }

    private void queue(Context ctx) {
        Map<String, List<String>> parameters = new HashMap<>(ctx.queryParamMap());
        ReviewQueue.Tab tab = ReviewQueue.tab(parameters.remove(ReviewQueue.PARAMETER));
        ReviewQueue.Page page = new ReviewQueue(index)
                .next(
                        SearchParameters.parse(parameters),
                        tab,
                        Visitor.account(ctx).name());
        List<QueueView.Card> cards = new ArrayList<>();
        for (StatementRecord statement : page.statements()) {
            Passage passage = index.document(statement.documentId(), statement.textSha256())
                    .flatMap(analysis -> Passage.of(statement, analysis))
                    .orElse(null);
            cards.add(QueueView.Card.of(cards.size() + 1, statement, passage, rules));
        }
        String next = page.next();
        answering.page(
                ctx,
                new QueueView(
                        page.search(),
                        tab,
                        page.total(),
                        List.copyOf(cards),
                        next == null ? null : QueueView.href(page.search().after(next), tab)));
    }

    private void decide(Context ctx) {
        StatementRecord statement = index.statement(ctx.pathParam("id"))
                .orElseThrow(() -> new RefusedException(404, "There is no statement with this id here."));
        String back = back(Objects.requireNonNullElse(ctx.formParam("back"), ""), statement);
        ReviewForm form;
        ReviewDesk.Outcome outcome;
        try {
            form = ReviewForm.parse(ctx.formParamMap());
            outcome = reviews.decide(statement, form, Visitor.account(ctx));
        } catch (BadParameterException e) {
            answering.page(
                    ctx.status(HttpStatus.BAD_REQUEST), again(ctx, statement, Objects.toString(e.getMessage(), "")));
            return;
        }
        if (outcome instanceof ReviewDesk.Outcome.Conflict conflict) {
            List<Review> all = conflict.all().decisions();
            answering.page(
                    ctx.status(HttpStatus.CONFLICT),
                    new ConflictView(
                            statement,
                            conflict.others(),
                            form,
                            back,
                            all.get(all.size() - 1).id()));
            return;
        }
        ctx.redirect(back, HttpStatus.SEE_OTHER);
    }

    /** Only to a page of this desk where decisions are made. */
    private static String back(String wanted, StatementRecord statement) {
        return wanted.equals("/review") || wanted.startsWith("/review?")
                ? wanted
                : Paths.statement(statement.id()) + "#review";
    }

    private StatementView again(Context ctx, StatementRecord statement, String problem) {
        Map<String, String> given = new HashMap<>();
        ctx.formParamMap().forEach((name, values) -> {
            if (!values.isEmpty()
                    && !values.get(0).isBlank()
                    && !Set.of(Visitor.FIELD, "basedOn", "back").contains(name)) {
                given.put(name, values.get(0));
            }
        });
        return StatementView.of(
                statement,
                index.document(statement.documentId(), statement.textSha256()),
                index.appearances(statement),
                rules,
                ctx.scheme() + "://" + ctx.host(),
                ReviewPanel.of(statement, reviews.decisions(statement), Visitor.account(ctx), given, problem));
    }

    private void report(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        answering.page(ctx, new ReviewsView(reviews.report()));
    }

    private void export(Context ctx, ReviewFormat format) throws IOException {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        ctx.header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", "attachment; filename=\"decisions." + format.id() + '"')
                .contentType(format.contentType());
        format.write(reviews.log(), ctx.outputStream());
    }
}
