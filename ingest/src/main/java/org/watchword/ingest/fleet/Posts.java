package org.watchword.ingest.fleet;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.model.ConfigException;

/** The parts this fetcher has. Used by the member's thread; what takes long is done by others, for one part in its order. */
final class Posts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Posts.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    private final Post.Place place;
    private final Consumer<String> onFailure;
    private final Map<Integer, Post> posts = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> tryAgain = new HashMap<>();
    /** By number, what ends last of all that is done by others. */
    private final Map<Integer, CompletableFuture<Void>> inOrder = new HashMap<>();

    private final ExecutorService others = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fetch-part");
        thread.setDaemon(true);
        return thread;
    });

    Posts(Post.Place place, Consumer<String> onFailure) {
        this.place = place;
        this.onFailure = onFailure;
    }

    Collection<Post> all() {
        return List.copyOf(posts.values());
    }

    Optional<Post> at(int number) {
        return Optional.ofNullable(posts.get(number));
    }

    void take(int number) {
        Post post = new Post(place, number);
        posts.put(number, post);
        afterwards(number, () -> open(post));
    }

    private void open(Post post) {
        try {
            post.open();
        } catch (ConfigException e) {
            onFailure.accept(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            log.warn("Part {} cannot be opened yet: {}", post.number(), e.toString());
            post.fail();
        }
    }

    private void afterwards(int number, Runnable work) {
        CompletableFuture<Void> before = inOrder.getOrDefault(number, CompletableFuture.completedFuture(null));
        inOrder.put(number, before.thenRunAsync(work, others).exceptionally(problem -> {
            log.error("Part {}: {}", number, problem.toString());
            return null;
        }));
    }

    /** Those of the assigned parts that could not be opened, or kept, and are to be tried again now. */
    List<Integer> missing(Collection<Integer> assigned) {
        Instant now = place.clock().instant();
        List<Integer> due = assigned.stream()
                .filter(number -> at(number).map(Post::hasFailed).orElse(true))
                .filter(number -> !now.isBefore(tryAgain.computeIfAbsent(number, unknown -> now.plus(TRY_AGAIN))))
                .toList();
        due.forEach(tryAgain::remove);
        return due;
    }

    /** Lays parts down, each once nothing is under way in it; {@code meanwhile} is run again and again. */
    void layDown(List<Integer> numbers, Runnable meanwhile) throws InterruptedException {
        List<Post> leaving =
                numbers.stream().flatMap(number -> at(number).stream()).toList();
        leaving.forEach(Post::leave);
        Instant until = place.clock().instant().plus(place.settings().exchange());
        for (Post post : leaving) {
            while (!post.awaitEnd(LOOK_AGAIN) && place.clock().instant().isBefore(until)) {
                meanwhile.run();
            }
            posts.remove(post.number());
            if (post.awaitEnd(Duration.ZERO)) {
                post.release();
            } else {
                close(post);
            }
        }
    }

    /** Parts that are another's now. */
    void giveUp(List<Integer> numbers) {
        List<Post> lost =
                numbers.stream().flatMap(number -> at(number).stream()).toList();
        lost.forEach(Post::leave);
        for (Post post : lost) {
            posts.remove(post.number());
            close(post);
        }
    }

    void giveUpBroken() {
        giveUp(posts.values().stream().filter(Post::isBroken).map(Post::number).toList());
    }

    /** Its state is closed when the last thread has left it. */
    private void close(Post post) {
        afterwards(post.number(), () -> {
            try {
                post.awaitEnd(place.settings().exchange().multipliedBy(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            post.close();
        });
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
