package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.util.BinaryData;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The indices behind the aliases. A replay fills a further generation under aliases of its own, while the one before serves; then the
 * aliases that serve are moved to it, all at once. The ledger of digests is of no generation.
 */
public final class IndexGenerations {

    private static final Pattern GENERATION = Pattern.compile("g(\\d+)-");
    private static final int PAGE = 500;

    private final ElasticsearchConnection live;
    private final Answers server;
    private final IndexRows rows = new IndexRows();

    /** @param live the server with the prefix that serves; closed by whoever opened it */
    public IndexGenerations(ElasticsearchConnection live) {
        this.live = live;
        this.server = new Answers(live);
    }

    /** The index of statements that serves; empty when nothing was indexed yet. */
    public Optional<String> serving() {
        return behind(live.names().statements());
    }

    /** The number of the generation that serves, from 1; 0 when nothing was indexed yet. */
    public int number() {
        return serving()
                .map(index -> {
                    Matcher matcher = GENERATION.matcher(index);
                    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
                })
                .orElse(0);
    }

    /** All statements of the generation under a prefix, also those that a later version repeats, by id. Read page by page. */
    public Iterator<StatementRecord> statements(String prefix) {
        return new Walk(new IndexNames(prefix).statements());
    }

    /** What serves, as {@link #statements(String)}. */
    public Iterator<StatementRecord> statements() {
        return new Walk(live.names().statements());
    }

    /**
     * Makes all that was written a moment ago visible.
     *
     * @param prefix of the generation
     */
    public void refresh(String prefix) {
        IndexNames names = new IndexNames(prefix);
        var unused = server.ask(() -> live.client().indices().refresh(r -> r.index(names.ofGeneration())));
    }

    /**
     * Has the generation under a prefix serve, in one step. Its own aliases stay, so that what was under way to it still comes in.
     *
     * @return the indices that served before; they are left as they are
     */
    public List<String> serve(String prefix) {
        IndexNames from = live.names();
        IndexNames to = new IndexNames(prefix);
        List<String> served = from.ofGeneration();
        List<String> replayed = to.ofGeneration();
        List<Move> moves = IntStream.range(0, served.size())
                .mapToObj(i -> move(served.get(i), replayed.get(i)))
                .toList();
        ElasticsearchClient client = live.client();
        var unused = server.ask(() -> client.indices().updateAliases(u -> {
            moves.forEach(move -> {
                u.actions(a -> a.remove(r -> r.index(move.before).alias(move.alias)));
                u.actions(a -> a.add(r -> r.index(move.after).alias(move.alias).isWriteIndex(true)));
            });
            return u;
        }));
        return moves.stream().map(Move::before).toList();
    }

    /** Takes a generation's own aliases away. */
    public void release(String prefix) {
        IndexNames names = new IndexNames(prefix);
        for (String alias : names.ofGeneration()) {
            behind(alias).ifPresent(index -> {
                var unused = server.ask(() -> live.client()
                        .indices()
                        .updateAliases(
                                u -> u.actions(a -> a.remove(r -> r.index(index).alias(alias)))));
            });
        }
    }

    private record Move(String alias, String before, String after) {}

    private Move move(String alias, String replayed) {
        return new Move(alias, required(alias), required(replayed));
    }

    private String required(String alias) {
        return behind(alias)
                .orElseThrow(() -> new IndexUnavailableException(
                        "there is no index behind " + alias, new NoSuchElementException(alias)));
    }

    private Optional<String> behind(String alias) {
        return server.ask(() ->
                        live.client().indices().existsAlias(e -> e.name(alias)).value()
                                ? live.client()
                                        .indices()
                                        .getAlias(g -> g.name(alias))
                                        .result()
                                        .keySet()
                                : null)
                .flatMap(indices -> indices.stream().sorted().findFirst());
    }

    private final class Walk implements Iterator<StatementRecord> {

        private final String alias;
        private final Deque<StatementRecord> page = new ArrayDeque<>();
        private List<FieldValue> after = List.of();
        private boolean read;

        Walk(String alias) {
            this.alias = alias;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && !read) {
                fill();
            }
            return !page.isEmpty();
        }

        @Override
        public StatementRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.remove();
        }

        private void fill() {
            List<FieldValue> from = after;
            var hits = server.ask(() -> live.client()
                            .search(
                                    r -> {
                                        r.index(alias)
                                                .size(PAGE)
                                                .sort(s -> s.field(
                                                        f -> f.field("id").order(SortOrder.Asc)));
                                        return from.isEmpty() ? r : r.searchAfter(from);
                                    },
                                    BinaryData.class)
                            .hits()
                            .hits())
                    .orElseGet(List::of);
            hits.forEach(hit -> page.add(rows.record(Answers.row(hit.source()))));
            read = hits.size() < PAGE;
            after = hits.isEmpty() ? after : hits.get(hits.size() - 1).sort();
        }
    }
}
