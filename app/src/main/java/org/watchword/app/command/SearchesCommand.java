package org.watchword.app.command;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.app.role.UserName;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchParameters;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchSavedSearches;
import org.watchword.index.SavedSearch;
import org.watchword.index.SavedSearches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code watchword searches}: the searches that are kept under a name. */
@Command(
        name = "searches",
        description = "Keep searches under a name, for people, digests and exports alike; count many at once.",
        subcommands = SearchesCountCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class SearchesCommand extends CommandGroup {

    SearchesCommand() {
        super("'watchword searches list' prints those that are kept.");
    }

    @Command(name = "list", description = "Print them by name: name, owner, day of the last change, parameters.")
    int list(
            @Mixin CommonOptions common,
            @Option(names = "--json", description = "print a JSON line each") boolean json) {
        return with(common, searches -> {
            List<SavedSearch> all = searches.all();
            PrintWriter out = spec.commandLine().getOut();
            all.forEach(search -> out.println(json ? JsonMapper.shared().writeValueAsString(search) : line(search)));
            out.flush();
            talk(all.isEmpty() ? "No search is kept yet." : all.size() + (all.size() == 1 ? " search" : " searches"));
            return 0;
        });
    }

    @Command(name = "show", description = "Print one as JSON.")
    int show(@Mixin CommonOptions common, @Parameters(arity = "1", paramLabel = "NAME") String name) {
        return with(common, searches -> {
            PrintWriter out = spec.commandLine().getOut();
            out.println(JsonMapper.shared().writeValueAsString(named(searches, name)));
            out.flush();
            return 0;
        });
    }

    @Command(
            name = "save",
            description = "Keep a search, described as for 'watchword search' or by the address of the search page.",
            footer = {"", "Ends with 1 when the name is taken, unless --replace is given."})
    int save(
            @Mixin CommonOptions common,
            @Mixin FilterOptions filters,
            @Parameters(index = "0", paramLabel = "NAME", description = "what to call it") String name,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "QUERY", description = "words to look for")
                    List<String> words,
            @Option(
                            names = "--parameters",
                            paramLabel = "ADDRESS",
                            description =
                                    "the search as the address of the search page holds it, instead of QUERY and options")
                    @Nullable
                    String address,
            @Option(names = "--description", paramLabel = "TEXT", defaultValue = "", description = "why it is kept")
                    String description,
            @Option(names = "--replace", description = "change the search of this name") boolean replace) {
        SavedSearch search = search(filters, name, words, address, description);
        return with(common, searches -> {
            Optional<SavedSearch> known = searches.named(search.name());
            if (known.isPresent() && !replace) {
                throw new LineException("There is a search '" + known.get().name() + "' already, kept by "
                        + known.get().owner() + "; --replace puts this one in its place.");
            }
            boolean kept = known.isPresent()
                    ? searches.change(
                            known.get(),
                            known.get().changed(search.description(), search.parameters(), search.changedAt()))
                    : searches.create(search);
            if (!kept) {
                throw new LineException("Somebody else has just changed '" + search.name() + "'; look at it first.");
            }
            talk("kept " + search.name() + ": " + meaning(search));
            return 0;
        });
    }

    @Command(name = "remove", description = "Keep one no longer; digests that name it will say so.")
    int remove(@Mixin CommonOptions common, @Parameters(arity = "1", paramLabel = "NAME") String name) {
        return with(common, searches -> {
            SavedSearch known = named(searches, name);
            if (!searches.remove(known)) {
                throw new LineException("Somebody else has just changed '" + known.name() + "'; look at it first.");
            }
            talk("removed " + known.name());
            return 0;
        });
    }

    private SavedSearch search(
            FilterOptions filters, String name, @Nullable List<String> words, @Nullable String address, String why) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        if (words != null && !words.isEmpty()) {
            given.put("q", List.of(String.join(" ", words)));
        }
        filters.given().forEach((parameter, value) -> given.put(parameter, List.of(value)));
        if (address != null && !given.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--parameters says the whole search; leave out " + given.keySet());
        }
        try {
            String parameters = SearchAddress.parameters(
                    address == null ? SearchParameters.parse(given) : SearchAddress.read(address));
            String owner = UserName.here();
            return SavedSearch.of(
                    name, why, parameters, owner, InstantSource.system().instant());
        } catch (BadParameterException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Objects.toString(e.getMessage(), ""), e);
        }
    }

    private static SavedSearch named(SavedSearches searches, String name) {
        return searches.named(name)
                .orElseThrow(() -> new LineException(
                        "There is no search '" + name + "'; 'watchword searches list' prints those that are kept."));
    }

    private int with(CommonOptions common, ToIntFunction<SavedSearches> work) {
        WatchwordConfig config = common.load(Map.of());
        try (ElasticsearchConnection connection =
                ElasticsearchAccess.open(config.elasticsearch(), Servers.elasticsearch(config, common.data(config)))) {
            return work.applyAsInt(new ElasticsearchSavedSearches(connection));
        }
    }

    private static String line(SavedSearch search) {
        return String.join(
                "\t",
                search.name(),
                Lines.one(search.owner()),
                search.changedAt().toString().substring(0, 10),
                meaning(search));
    }

    private static String meaning(SavedSearch search) {
        return search.parameters().isEmpty() ? "(everything)" : search.parameters();
    }

    private void talk(String line) {
        spec.commandLine().getErr().println(line);
    }
}
