package org.watchword.desk.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** So many requests a minute from one account or address, the whole minute's at once if need be (a token bucket). Thread-safe. */
public final class RateLimit {

    private static final int MOST = 20_000;

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Bucket(double left, Instant at) {}

    /** @param perMinute 0 sets no limit */
    public RateLimit(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Takes one; when there is none left, how long to wait for it. */
    public synchronized Optional<Duration> take(String who) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Bucket known = buckets.get(who);
        double left = known == null ? perMinute : filled(known, now);
        if (left < 1) {
            buckets.put(who, new Bucket(left, now));
            return Optional.of(Duration.ofMillis((long) Math.ceil((1 - left) * 60_000 / perMinute)));
        }
        if (known == null && buckets.size() >= MOST) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        buckets.put(who, new Bucket(left - 1, now));
        return Optional.empty();
    }

    private double filled(Bucket bucket, Instant now) {
        double since = Math.max(0, Duration.between(bucket.at(), now).toMillis());
        return Math.min(perMinute, bucket.left() + since * perMinute / 60_000);
    }
}
