package org.watchword.index;

import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.index.Generation.State;

/** The generations of indices there are, and the way to get rid of those that serve nobody. */
public final class GenerationShelf {

    private static final String FIRST = "";

    private final ElasticsearchConnection live;
    private final Answers server;
    private final Pattern indices;

    /** @param live the server with the prefix that serves; closed by whoever opened it */
    public GenerationShelf(ElasticsearchConnection live) {
        this.live = live;
        this.server = new Answers(live);
        // Nothing else that lies beside them under the same prefix: the ledger of digests is of no generation.
        this.indices = Pattern.compile(
                Pattern.quote(prefix()) + "((?:g(\\d+)-[0-9a-f]{8}-)?)(?:statements|documents|pages|reviews)-v\\d+");
    }

    private String prefix() {
        String alias = live.names().statements();
        return alias.substring(
                0, alias.length() - new IndexNames("").statements().length());
    }

    /** All of them, the oldest first. */
    public List<Generation> generations() {
        Map<String, IndexAliases> found = server.ask(() -> live.client()
                        .indices()
                        .getAlias(g -> g.index(prefix() + "*"))
                        .result())
                .orElseGet(Map::of);
        TreeMap<String, List<String>> byName = new TreeMap<>();
        found.keySet().stream().sorted().forEach(index -> {
            Matcher matcher = indices.matcher(index);
            if (matcher.matches()) {
                byName.computeIfAbsent(matcher.group(1), name -> new ArrayList<>())
                        .add(index);
            }
        });
        List<Generation> generations = new ArrayList<>();
        byName.forEach((name, its) -> generations.add(generation(name, its, found)));
        generations.sort(Comparator.comparingInt(Generation::number).thenComparing(Generation::name));
        return List.copyOf(generations);
    }

    private Generation generation(String name, List<String> its, Map<String, IndexAliases> aliases) {
        IndexNames serving = live.names();
        Set<String> line = Set.of(serving.statements(), serving.documents(), serving.pages(), prefix() + "reviews");
        boolean serves = false;
        boolean beside = false;
        for (String index : its) {
            IndexAliases on = aliases.get(index);
            if (on != null) {
                serves |= on.aliases().keySet().stream().anyMatch(line::contains);
                beside |= on.aliases().keySet().stream().anyMatch(alias -> !line.contains(alias));
            }
        }
        long statements = 0;
        long bytes = 0;
        for (String index : its) {
            IndicesStats stats = server.ask(() ->
                            live.client().indices().stats(s -> s.index(index)).indices())
                    .orElseGet(Map::of)
                    .get(index);
            if (stats != null && stats.primaries() != null && stats.total() != null) {
                var docs = stats.primaries().docs();
                var store = stats.total().store();
                statements += docs != null && index.contains("statements") ? docs.count() : 0;
                bytes += store != null ? store.sizeInBytes() : 0;
            }
        }
        State state = serves ? State.SERVES : beside ? State.BESIDE : State.REPLACED;
        return new Generation(name, number(name), state, its, statements, bytes);
    }

    private static int number(String name) {
        return name.equals(FIRST) ? 1 : Integer.parseInt(name.substring(1, name.indexOf('-')));
    }

    /**
     * Deletes its indices, for good.
     *
     * @throws IllegalArgumentException when it serves by now, whatever it did when it was listed
     */
    public void delete(Generation generation) {
        Generation now = generations().stream()
                .filter(g -> g.name().equals(generation.name()))
                .findFirst()
                .orElse(generation);
        if (now.state() == State.SERVES) {
            throw new IllegalArgumentException("it serves");
        }
        for (String index : now.indices()) {
            var unused = server.ask(() -> live.client().indices().delete(d -> d.index(index)));
        }
    }
}
