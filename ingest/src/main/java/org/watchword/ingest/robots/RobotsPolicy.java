package org.watchword.ingest.robots;

import java.time.Duration;

/**
 * What to do where a robots.txt cannot be read (RFC 9309, 2.3.1.3 and 2.3.1.4).
 *
 * @param unavailable on a status from 400 to 499 other than 401, 403 and 429; default {@link Answer#ALLOW}, as the RFC says
 * @param forbidden on 401 and 403; default {@link Answer#ALLOW}, as the RFC says; {@link Answer#REFUSE} takes them for a closed door, as
 *     crawlers did before it
 * @param unreachable on 5xx, 429 and no connection; default {@link Unreachable#REFUSE}, as the RFC says
 * @param outage time after which a robots.txt that stays unreachable counts as unavailable; the RFC gives 30 days as an example; default
 *     zero, which means never
 */
public record RobotsPolicy(Answer unavailable, Answer forbidden, Unreachable unreachable, Duration outage) {

    public static final RobotsPolicy DEFAULT =
            new RobotsPolicy(Answer.ALLOW, Answer.ALLOW, Unreachable.REFUSE, Duration.ZERO);

    /** Whether the pages of the host may be fetched. */
    public enum Answer {
        ALLOW,
        REFUSE
    }

    /** What counts while the file cannot be reached. */
    public enum Unreachable {
        /** Nothing may be fetched. */
        REFUSE,
        /** The last copy that was read, as 2.4 permits; without one, nothing may be fetched. */
        CACHED
    }

    boolean hasPassed(Duration unreachableFor) {
        return !outage.isZero() && unreachableFor.compareTo(outage) >= 0;
    }
}
