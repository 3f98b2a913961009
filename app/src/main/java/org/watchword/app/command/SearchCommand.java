package org.watchword.app.command;

import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.nlp.WordLemmas;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.SearchParameters;
import org.watchword.index.Copies;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchStatementIndex;
import org.watchword.index.QueryException;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.model.Flag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code watchword search}: statements, found as on the search page. */
@Command(
        name = "search",
        description = "Search the statements of a running instance, as on the search page.",
        footer = {
            "",
            "Words must all occur; OR, NOT, \"a phrase\", word*, speaker:name and (…) work as on the search page.",
            "Several values of one option, separated by commas, are alternatives."
        })
final class SearchCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "what to look for; nothing finds everything")
    private List<String> words = List.of();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(names = "--sort", paramLabel = "ORDER", description = "date, relevance or severity; default: date")
    private @Nullable String sort;

    @Option(names = "--size", paramLabel = "N", description = "statements shown, at most 200; default: 20")
    private @Nullable String size;

    @Option(names = "--collapse", description = "of the same words in copies of one text, show one")
    private boolean collapse;

    @Option(names = "--after", paramLabel = "NEXT", description = "the next of an earlier answer")
    private @Nullable String after;

    @Option(names = "--json", description = "print a JSON line a statement")
    private boolean asJson;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        StatementQuery query = query();
        WatchwordConfig config = common.load(Map.of());
        List<URI> urls = Servers.elasticsearch(config, common.data(config));
        try (ElasticsearchConnection connection = ElasticsearchAccess.open(config.elasticsearch(), urls)) {
            SearchResult result =
                    new ElasticsearchStatementIndex(connection, new WordLemmas(NlpModels.load())::lemma).search(query);
            print(result);
            return 0;
        } catch (QueryException e) {
            throw new QueryException(pointed(query.text(), e), e.position());
        }
    }

    private StatementQuery query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", String.join(" ", words));
        filters.given().forEach((name, value) -> put(parameters, name, value));
        put(parameters, "sort", sort);
        put(parameters, "size", size);
        put(parameters, "collapse", collapse ? SearchParameters.STORY : null);
        put(parameters, "after", after);
        try {
            return SearchParameters.parse(parameters).toQuery();
        } catch (BadParameterException e) {
            throw new ParameterException(spec.commandLine(), Objects.toString(e.getMessage(), ""), e);
        }
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parameters.put(name, List.of(value));
        }
    }

    private void print(SearchResult result) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        for (SearchResult.Hit hit : result.hits()) {
            out.println(asJson ? json(hit) : text(hit));
        }
        out.flush();
        err.println(result.total()
                + (result.total() == 1 ? " statement" : " statements")
                + (result.distinct() == null ? "" : ", " + result.distinct() + " without copies")
                + (result.next() == null ? "" : "; go on with --after " + result.next()));
    }

    private static String json(SearchResult.Hit hit) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode json = mapper.valueToTree(hit.statement());
        if (hit.copies() != null) {
            json.set("copies", mapper.<ObjectNode>valueToTree(hit.copies()));
        }
        return mapper.writeValueAsString(json);
    }

    private static String text(SearchResult.Hit hit) {
        StatementRecord statement = hit.statement();
        List<String> lines = new ArrayList<>();
        String who = statement.speaker() == null
                ? "(the outlet)"
                : Objects.requireNonNullElse(statement.speaker().name(), "(not named)");
        lines.add(day(statement) + "  " + Lines.one(who) + "  –  " + Lines.one(statement.outlet()));
        lines.add("  “" + Lines.one(statement.text()) + "”");
        for (Flag flag : statement.flags()) {
            lines.add("  " + flag.status().id() + " " + flag.category().id() + "  " + flag.rule());
        }
        if (statement.standing().isReviewed()) {
            lines.add("  review: " + statement.standing().state().id() + " ("
                    + Objects.requireNonNull(statement.standing().agreement()).id() + ")");
        }
        lines.add("  " + statement.url() + "  " + statement.id());
        Copies copies = hit.copies();
        if (copies != null && copies.total() > 1) {
            long besides = copies.outlets() - 1;
            lines.add("  also in " + besides + (besides == 1 ? " other outlet:" : " other outlets:"));
            copies.statements().stream()
                    .filter(other -> !other.id().equals(statement.id()))
                    .forEach(other -> lines.add("    " + day(other) + "  " + Lines.one(other.outlet()) + "  "
                            + other.url() + "  " + other.id()));
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String day(StatementRecord statement) {
        return (statement.publishedAt() == null ? statement.capturedAt() : statement.publishedAt())
                .toString()
                .substring(0, 10);
    }

    private static String pointed(String query, QueryException e) {
        return e.position() < 0
                ? Objects.toString(e.getMessage(), "")
                : e.getMessage() + System.lineSeparator() + "  " + query + System.lineSeparator() + "  "
                        + " ".repeat(e.position()) + "^";
    }
}
