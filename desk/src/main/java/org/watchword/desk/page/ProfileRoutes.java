package org.watchword.desk.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Objects;
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
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementSummaries;
import org.watchword.index.StatementSummary;

/** The pages of speakers and of rules. */
final class ProfileRoutes {

    private final StatementIndex index;
    private final StatementSummaries summaries;
    private final RuleSource rules;
    private final ReviewDesk reviews;
    private final Answering answering;

    ProfileRoutes(DeskPorts ports, Answering answering) {
        this.index = ports.index();
        this.summaries = ports.summaries();
        this.rules = ports.rules();
        this.reviews = ports.reviews();
        this.answering = answering;
    }

    void register(RoutesConfig routes) {
        Routes.read(routes, Needs.READER, "/speakers", this::speakers);
        Routes.read(routes, Needs.READER, "/speakers/{name}", ctx -> speaker(ctx, ctx.pathParam("name")));
        Routes.read(routes, Needs.READER, "/rules", this::rules);
        Routes.read(routes, Needs.READER, "/rules/{id}", this::rule);
    }

    private void speakers(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of("q", "name"));
        String name = ctx.queryParam("name");
        if (name != null) {
            speaker(ctx, name);
            return;
        }
        String asked = Objects.requireNonNullElse(ctx.queryParam("q"), "").strip();
        StatementQuery query = StatementQuery.of(asked.isEmpty() ? "" : SpeakersView.query(asked));
        answering.page(ctx, SpeakersView.of(asked, summaries.summary(query, EnumSet.of(Facet.SPEAKER))));
    }

    private void speaker(Context ctx, String name) {
        if (name.isBlank() || name.length() > SearchParameters.MAX_VALUE) {
            answering.notFound(ctx, "speaker");
            return;
        }
        StatementQuery query = SpeakerView.search(name).toQuery();
        StatementSummary summary = summaries.summary(query, SpeakerView.FACETS);
        if (summary.total() == 0) {
            answering.notFound(ctx, "speaker");
            return;
        }
        answering.page(ctx, SpeakerView.of(name, summary, index.first(query), rules.groups()));
    }

    private void rules(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        answering.page(ctx, RulesView.of(rules.rules()));
    }

    private void rule(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        String id = ctx.pathParam("id");
        StatementQuery query = RuleView.search(id).toQuery();
        Optional<RuleCard> rule = rules.rule(id);
        StatementSummary summary = summaries.summary(query, RuleView.FACETS);
        if (rule.isEmpty() && summary.total() == 0) {
            answering.notFound(ctx, "rule");
            return;
        }
        answering.page(
                ctx,
                RuleView.of(
                        id,
                        rule.orElse(null),
                        summary,
                        index.first(query),
                        reviews.report().rule(id),
                        rules.groups()));
    }
}
