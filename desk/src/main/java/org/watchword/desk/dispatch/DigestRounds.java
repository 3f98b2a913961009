package org.watchword.desk.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.DigestBuilder;
import org.watchword.desk.digest.Period;
import org.watchword.desk.digest.Subscription;
import org.watchword.index.DigestDelivery;
import org.watchword.index.DigestIssue;
import org.watchword.index.DigestIssue.State;
import org.watchword.index.DigestLedger;
import org.watchword.index.DigestLedger.Held;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes and sends what is due. Several processes may do so at once: an issue belongs to whoever creates it in the ledger, and while its
 * lease lasts. Its content is fixed before the first way out is tried, so that every reader of an issue reads the same. Not thread-safe.
 */
public final class DigestRounds {

    private static final Logger LOG = LoggerFactory.getLogger(DigestRounds.class);

    /** Longer than an issue takes to be built and handed to one server. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** As mail servers do (RFC 5321, 4.5.4.1). */
    private static final Duration PATIENCE = Duration.ofDays(5);

    private final List<Subscription> subscriptions;
    private final DigestLedger ledger;
    private final DigestBuilder builder;
    private final Outlets outlets;
    private final InstantSource clock;
    private final Duration settle;
    private final String worker;

    /**
     * @param settle how long after its time an issue is made, so that what was captured in time has reached the index
     * @param worker name of this process among all
     */
    public DigestRounds(
            List<Subscription> subscriptions,
            DigestLedger ledger,
            DigestBuilder builder,
            Outlets outlets,
            InstantSource clock,
            Duration settle,
            String worker) {
        this.subscriptions = List.copyOf(subscriptions);
        this.ledger = ledger;
        this.builder = builder;
        this.outlets = outlets;
        this.clock = clock;
        this.settle = settle;
        this.worker = worker;
    }

    /** Goes on with what was begun, then makes what is due. One digest in trouble does not hold up the others. */
    public void round() {
        for (Held open : ledger.open()) {
            Optional<Subscription> subscription = subscription(open.issue().digest());
            if (subscription.isPresent() && isFree(open.issue()) && hasWork(open.issue())) {
                guarded(subscription.get(), () -> work(open, subscription.get()));
            }
        }
        for (Subscription subscription : subscriptions) {
            guarded(subscription, () -> makeDue(subscription));
        }
    }

    /**
     * Makes and sends the next issue now, whatever the schedule.
     *
     * @return the issue as far as it came; empty when another process is making one
     */
    public Optional<DigestIssue> now(Subscription subscription) {
        Instant end = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return last(subscription).flatMap(last -> make(subscription, last, end));
    }

    private void makeDue(Subscription subscription) {
        Instant due = subscription.schedule().last(clock.instant().minus(settle));
        last(subscription).ifPresent(last -> {
            if (due.isAfter(last.to())) {
                make(subscription, last, due);
            }
        });
    }

    /** The last issue, when the next can be begun; the beginning is made where there is none. */
    private Optional<DigestIssue> last(Subscription subscription) {
        Optional<Held> latest = ledger.latest(subscription.id());
        if (latest.isEmpty()) {
            Instant beginning = subscription.schedule().last(clock.instant().minus(settle));
            latest = ledger.create(DigestIssue.beginning(subscription.id(), beginning));
            LOG.info("digest {} begins at {}", subscription.id(), beginning);
        }
        return latest.map(Held::issue).filter(issue -> issue.state() != State.BUILDING);
    }

    private Optional<DigestIssue> make(Subscription subscription, DigestIssue last, Instant end) {
        return ledger.create(last.following(end, worker, lease())).map(held -> work(held, subscription));
    }

    private DigestIssue work(Held begun, Subscription subscription) {
        @Nullable Held held = begun.write(begun.issue().held(worker, lease())).orElse(null);
        if (held == null) {
            return begun.issue();
        }
        if (held.issue().state() == State.BUILDING) {
            held = build(held, subscription);
        }
        while (held != null && held.issue().state() == State.SENDING) {
            Instant now = clock.instant();
            Optional<String> way = held.issue().deliveries().entrySet().stream()
                    .filter(d -> d.getValue().isDue(now))
                    .map(d -> d.getKey())
                    .findFirst();
            if (way.isEmpty()) {
                break;
            }
            held = send(way.get(), held, subscription);
        }
        return held == null ? begun.issue() : held.issue();
    }

    private @Nullable Held build(Held held, Subscription subscription) {
        DigestIssue issue = held.issue();
        Digest digest =
                builder.build(subscription, new Period(issue.number(), issue.since(), issue.from(), issue.to()), true);
        TreeMap<String, DigestDelivery> ways = new TreeMap<>();
        Outlets.ways(subscription).forEach(way -> ways.put(way, DigestDelivery.pending()));
        LOG.info("digest {} no. {} is made: {}", issue.digest(), issue.number(), new DigestWords(digest).headline());
        return held.write(issue.built(JsonMapper.shared().writeValueAsString(digest), digest.rejected() == null, ways))
                .orElse(null);
    }

    private @Nullable Held send(String way, Held begun, Subscription subscription) {
        // Whoever lost the lease meanwhile must not send.
        @Nullable Held held = begun.write(begun.issue().held(worker, lease())).orElse(null);
        if (held == null) {
            return null;
        }
        DigestIssue issue = held.issue();
        DigestDelivery before = issue.deliveries().getOrDefault(way, DigestDelivery.pending());
        DigestDelivery after;
        try {
            outlets.send(way, subscription, Outlets.read(issue));
            after = before.delivered(clock.instant());
            LOG.info("digest {} no. {} went out by {}", issue.digest(), issue.number(), way);
        } catch (DispatchException e) {
            after = failed(before, issue, way, e);
        }
        return held.write(issue.delivery(way, after)).orElse(null);
    }

    private DigestDelivery failed(DigestDelivery before, DigestIssue issue, String way, DispatchException e) {
        Instant now = clock.instant();
        String why = String.valueOf(e.getMessage());
        if (e.isLasting() || now.isAfter(issue.to().plus(PATIENCE))) {
            LOG.error("digest {} no. {} is given up by {}: {}", issue.digest(), issue.number(), way, why);
            return before.failed(now, why);
        }
        long doubled = FIRST_PAUSE.toMillis() << Math.min(before.attempts(), 10);
        Instant again = now.plusMillis(Math.min(doubled, LONGEST_PAUSE.toMillis()));
        LOG.warn("digest {} no. {} not sent by {}, again at {}: {}", issue.digest(), issue.number(), way, again, why);
        return before.postponed(now, again, why);
    }

    private boolean isFree(DigestIssue issue) {
        return issue.owner().equals(worker) || !issue.leaseUntil().isAfter(clock.instant());
    }

    private boolean hasWork(DigestIssue issue) {
        Instant now = clock.instant();
        return issue.state() == State.BUILDING
                || issue.deliveries().values().stream().anyMatch(delivery -> delivery.isDue(now));
    }

    private Instant lease() {
        return clock.instant().plus(LEASE);
    }

    private Optional<Subscription> subscription(String id) {
        return subscriptions.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static void guarded(Subscription subscription, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("digest {} waits: {}", subscription.id(), e.toString());
            LOG.debug("because of", e);
        }
    }
}
