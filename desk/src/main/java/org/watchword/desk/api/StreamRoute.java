package org.watchword.desk.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.access.Routes;
import org.watchword.desk.access.Visitor;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementStream;
import org.watchword.index.StatementStream.Position;
import org.watchword.index.StatementStreams;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/statements.jsonl}: all statements of a search in one answer, without a limit. */
final class StreamRoute {

    /** Of one account at a time: each holds a point in time open in the index. */
    private static final int AT_A_TIME = 2;

    private static final Set<String> NOT_HERE = Set.of("sort", "size", "collapse");

    private final StatementIndex index;
    private final StatementStreams streams;
    private final JsonMapper mapper;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    StreamRoute(StatementIndex index, StatementStreams streams, JsonMapper mapper) {
        this.index = index;
        this.streams = streams;
        this.mapper = mapper;
    }

    void register(RoutesConfig routes) {
        Routes.evidence(routes, Needs.READER, "export statements", "/api/statements.jsonl", this::stream);
    }

    private void stream(Context ctx) {
        Map<String, List<String>> parameters = ctx.queryParamMap();
        Set<String> unknown = new HashSet<>(parameters.keySet());
        unknown.retainAll(NOT_HERE);
        if (!unknown.isEmpty()) {
            throw new BadParameterException("'" + unknown.iterator().next()
                    + "' does not go with all statements of a search," + " which come the oldest first, each copy");
        }
        SearchRequest search = SearchParameters.parse(parameters);
        Position after = position(search.after());
        StatementQuery query = search.after(null).toQuery();
        String who = Visitor.account(ctx).name();
        ctx.contentType("application/jsonl; charset=utf-8");
        if (ctx.method().equals(HandlerType.HEAD)) {
            return;
        }
        if (open.merge(who, 1, Integer::sum) > AT_A_TIME) {
            leave(who);
            throw RefusedException.later(
                    Duration.ofSeconds(5),
                    "There are " + AT_A_TIME + " such answers under way for " + who + " already.");
        }
        StatementStream stream;
        try {
            stream = streams.open(query, after);
        } catch (RuntimeException e) {
            leave(who);
            throw e;
        }
        ctx.header("X-Watchword-Total", Long.toString(stream.total()))
                .result(new StatementLines(stream, mapper, () -> leave(who)));
    }

    private void leave(String who) {
        open.computeIfPresent(who, (name, count) -> count > 1 ? count - 1 : null);
    }

    private @Nullable Position position(@Nullable String id) {
        return id == null
                ? null
                : index.statement(id)
                        .map(Position::behind)
                        .orElseThrow(() -> new RefusedException(404, "no statement with the id given as 'after'"));
    }
}
