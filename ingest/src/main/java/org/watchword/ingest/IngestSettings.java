package org.watchword.ingest;

import java.nio.file.Path;
import java.time.Duration;
import org.watchword.ingest.collect.Pace;
import org.watchword.ingest.frontier.FetchSchedule;
import org.watchword.ingest.http.FetchLimits;
import org.watchword.ingest.robots.Manners;

/**
 * The stage's settings. Start from {@link #defaults} and change what differs: {@code defaults(data).with().threads(2).build()}.
 *
 * @param dataFolder holds {@code fetch/} (state) and {@code archive/} (WARC files); no default
 * @param userAgent product token and version sent with every request and looked for in robots.txt; default {@code Watchword/0.1}
 * @param contact web or mail address at which a site's owner reaches whoever runs this; sent in parentheses with the user agent; default
 *     empty, which is warned of
 * @param threads requests at the same time, over all hosts; default 8
 * @param delay least pause between two requests to one host; default 2 seconds
 * @param manners towards hosts, beyond the pause; default {@link Manners#DEFAULT}
 * @param revisit when a source's lists are looked at again; default after 30 minutes, adapting between 10 minutes and 3 hours
 * @param pageRevisit when a page is looked at again; default after 6 hours, adapting between 1 hour and 30 days
 * @param recheckOnStart whether the first pass after a start makes every page it finds due, not only new and changed ones; default false
 * @param maxFailures attempts after which a failure that may pass (no connection, 5xx, 429) is counted as a refusal; default 3
 * @param retryDelay wait before the second attempt, doubled for each further one; default 30 seconds
 * @param limits on one HTTP exchange
 * @param archiveMaxFileBytes a WARC file of this size is followed by a new one; default 256 MiB
 * @param countsInterval how often changed counts are published; default 1 second
 * @param drain how long {@code close} waits for work under way; default 8 seconds
 */
public record IngestSettings(
        Path dataFolder,
        String userAgent,
        String contact,
        int threads,
        Duration delay,
        Manners manners,
        FetchSchedule revisit,
        FetchSchedule pageRevisit,
        boolean recheckOnStart,
        int maxFailures,
        Duration retryDelay,
        FetchLimits limits,
        long archiveMaxFileBytes,
        Duration countsInterval,
        Duration drain) {

    public IngestSettings {
        if (threads < 1 || maxFailures < 1 || archiveMaxFileBytes < 1) {
            throw new IllegalArgumentException("threads, maxFailures and archiveMaxFileBytes are at least 1");
        }
        if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("userAgent must be printable ASCII: '" + userAgent + "'");
        }
        if (contact.chars().anyMatch(c -> c < ' ' || c > '~' || c == '(' || c == ')')) {
            throw new IllegalArgumentException(
                    "contact must be printable ASCII without parentheses: '" + contact + "'");
        }
    }

    public static IngestSettings defaults(Path dataFolder) {
        return new Builder(dataFolder).build();
    }

    /** A builder that starts from these settings. */
    public Builder with() {
        return new Builder(this);
    }

    /** The whole {@code User-Agent} header. */
    public String userAgentHeader() {
        return contact.isBlank() ? userAgent : userAgent + " (+" + contact.strip() + ")";
    }

    Pace pace() {
        return new Pace(delay, pageRevisit, maxFailures, retryDelay);
    }

    /** Sets what differs from the defaults. */
    public static final class Builder {

        private final Path dataFolder;
        private String userAgent = "Watchword/0.1";
        private String contact = "";
        private int threads = 8;
        private Duration delay = Duration.ofSeconds(2);
        private Manners manners = Manners.DEFAULT;
        private FetchSchedule revisit =
                new FetchSchedule(Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofHours(3));
        private FetchSchedule pageRevisit =
                new FetchSchedule(Duration.ofHours(6), Duration.ofHours(1), Duration.ofDays(30));
        private boolean recheckOnStart;
        private int maxFailures = 3;
        private Duration retryDelay = Duration.ofSeconds(30);
        private FetchLimits limits = FetchLimits.DEFAULT;
        private long archiveMaxFileBytes = 256L << 20;
        private Duration countsInterval = Duration.ofSeconds(1);
        private Duration drain = Duration.ofSeconds(8);

        Builder(Path dataFolder) {
            this.dataFolder = dataFolder;
        }

        Builder(IngestSettings from) {
            this.dataFolder = from.dataFolder;
            this.userAgent = from.userAgent;
            this.contact = from.contact;
            this.threads = from.threads;
            this.delay = from.delay;
            this.manners = from.manners;
            this.revisit = from.revisit;
            this.pageRevisit = from.pageRevisit;
            this.recheckOnStart = from.recheckOnStart;
            this.maxFailures = from.maxFailures;
            this.retryDelay = from.retryDelay;
            this.limits = from.limits;
            this.archiveMaxFileBytes = from.archiveMaxFileBytes;
            this.countsInterval = from.countsInterval;
            this.drain = from.drain;
        }

        public Builder userAgent(String value) {
            userAgent = value;
            return this;
        }

        public Builder contact(String value) {
            contact = value;
            return this;
        }

        public Builder threads(int value) {
            threads = value;
            return this;
        }

        public Builder delay(Duration value) {
            delay = value;
            return this;
        }

        public Builder manners(Manners value) {
            manners = value;
            return this;
        }

        public Builder revisit(FetchSchedule value) {
            revisit = value;
            return this;
        }

        public Builder pageRevisit(FetchSchedule value) {
            pageRevisit = value;
            return this;
        }

        public Builder recheckOnStart(boolean value) {
            recheckOnStart = value;
            return this;
        }

        public Builder maxFailures(int value) {
            maxFailures = value;
            return this;
        }

        public Builder retryDelay(Duration value) {
            retryDelay = value;
            return this;
        }

        public Builder limits(FetchLimits value) {
            limits = value;
            return this;
        }

        public Builder archiveMaxFileBytes(long value) {
            archiveMaxFileBytes = value;
            return this;
        }

        public Builder countsInterval(Duration value) {
            countsInterval = value;
            return this;
        }

        public Builder drain(Duration value) {
            drain = value;
            return this;
        }

        public IngestSettings build() {
            return new IngestSettings(
                    dataFolder,
                    userAgent,
                    contact,
                    threads,
                    delay,
                    manners,
                    revisit,
                    pageRevisit,
                    recheckOnStart,
                    maxFailures,
                    retryDelay,
                    limits,
                    archiveMaxFileBytes,
                    countsInterval,
                    drain);
        }
    }
}
