package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out when what was written can be found: looks for the last row of each batch as a reader would, five times a second while one is
 * not found yet, and never otherwise. Statements are looked for, whose index has one shard, so that a later row proves the
 * earlier. What it cannot find out, because the server is away or it is told too much, it forgets: it measures, and nothing waits for it.
 */
final class RefreshWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshWatch.class);
    private static final long EVERY_MILLIS = 200;
    /** Batches that wait to be found: at one a second, more than a refresh ever takes. */
    private static final int MOST = 64;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long JOIN_MILLIS = 1_000;

    private final ElasticsearchClient client;
    private final DelayRecorder recorder;
    private final InstantSource clock;
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "watchword-index-refresh");

    private record Batch(Landmark last, List<Written> documents) {}

    RefreshWatch(ElasticsearchClient client, DelayRecorder recorder, InstantSource clock) {
        this.client = client;
        this.recorder = recorder;
        this.clock = clock;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** A batch of at least one document was written, this row last. */
    void written(Landmark last, List<Written> documents) {
        synchronized (waiting) {
            while (waiting.size() >= MOST) {
                waiting.removeFirst();
            }
            waiting.addLast(new Batch(last, List.copyOf(documents)));
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (IOException | RuntimeException e) {
                    LOG.debug("what was written is not looked for now: {}", Failures.inWords(e));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws IOException {
        List<Batch> sought;
        Instant tooOld = clock.instant().minus(LONGEST);
        synchronized (waiting) {
            waiting.removeIf(batch -> batch.documents.get(0).indexed().isBefore(tooOld));
            sought = List.copyOf(waiting);
        }
        if (sought.isEmpty()) {
            return;
        }
        Map<String, Long> found = found(sought);
        Instant now = clock.instant();
        List<Batch> seen = new ArrayList<>();
        for (Batch batch : sought) {
            if (found.getOrDefault(batch.last.id(), -1L) >= batch.last.sequence()) {
                seen.add(batch);
            }
        }
        synchronized (waiting) {
            waiting.removeAll(seen);
        }
        seen.forEach(batch -> batch.documents.forEach(document -> recorder.searchable(document, now)));
    }

    /** The number of the last write of each row that a search shows. */
    private Map<String, Long> found(List<Batch> sought) throws IOException {
        List<String> ids =
                sought.stream().map(batch -> batch.last.id()).distinct().toList();
        SearchResponse<Void> answer = client.search(
                s -> s.index(sought.get(0).last.index())
                        .query(q -> q.ids(i -> i.values(ids)))
                        .size(MOST)
                        .seqNoPrimaryTerm(true)
                        .source(source -> source.fetch(false)),
                Void.class);
        Map<String, Long> numbers = new HashMap<>();
        for (Hit<Void> hit : answer.hits().hits()) {
            Long number = hit.seqNo();
            String id = hit.id();
            if (number != null && id != null) {
                numbers.put(id, number);
            }
        }
        return numbers;
    }
}
