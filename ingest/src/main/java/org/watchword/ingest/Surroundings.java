package org.watchword.ingest;

import java.time.InstantSource;
import org.watchword.ingest.http.Fetcher;
import org.watchword.ingest.http.HttpFetcher;
import org.watchword.ingest.robots.Waiting;

/**
 * What the stage finds around it: time, and the web.
 *
 * @param waiting goes with the clock
 * @param web closed with the stage
 */
public record Surroundings(InstantSource clock, Waiting waiting, Fetcher web) {

    /** The world as it is. */
    static Surroundings real(IngestSettings settings, InstantSource clock) {
        return new Surroundings(
                clock, Waiting.REAL, new HttpFetcher(settings.limits(), settings.userAgentHeader(), clock));
    }
}
