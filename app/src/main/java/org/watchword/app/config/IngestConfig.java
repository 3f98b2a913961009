package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to fetch, and how politely.
 *
 * @param userAgent product name sent to servers and looked up in robots.txt
 * @param contact address of a person, sent with the user agent; empty sends none
 * @param threads pages fetched at the same time, never two from one host
 * @param delay least time between two requests to one host
 * @param maxCrawlDelay a longer crawl delay of a robots.txt is taken as this
 * @param manners towards hosts that are in trouble or wish something
 * @param connectTimeout to open a connection
 * @param readTimeout between two bytes
 * @param totalTimeout for one page, redirects included
 * @param maxBytes of one response as sent; a longer one is refused
 * @param maxDecompressedBytes of one response when unpacked
 * @param maxRedirects followed for one page
 * @param archiveFileBytes size at which the next archive file is begun
 * @param revisit time after which a feed, sitemap or list is first asked for again
 * @param revisitMin not more often, however much it brings
 * @param revisitMax at least so often, however little it brings
 * @param pageRevisit time after which a page is first asked for again
 * @param pageRevisitMin not more often, however often it changes
 * @param pageRevisitMax at least so often, however long it has not changed
 * @param recheckOnStart whether the first pass after a start asks for every listed page again
 * @param distribution whether this fetcher works alone or shares the work
 * @param instance name of this fetcher among others; empty for one made up when the data folder is first used
 * @param session a fetcher not heard of for so long has lost its share
 * @param parts into which the web is divided among fetchers when their topics are created
 * @param sourcesFolder the source files
 */
public record IngestConfig(
        @Default("Watchword") String userAgent,
        @Default("") String contact,
        @Default("4") int threads,
        @Default("2 s") Duration delay,
        @Default("60 s") Duration maxCrawlDelay,
        MannersConfig manners,
        @Default("10 s") Duration connectTimeout,
        @Default("20 s") Duration readTimeout,
        @Default("60 s") Duration totalTimeout,
        @Default("10 MiB") DataSize maxBytes,
        @Default("50 MiB") DataSize maxDecompressedBytes,
        @Default("5") int maxRedirects,
        @Default("1 GiB") DataSize archiveFileBytes,
        @Default("30 min") Duration revisit,
        @Default("10 min") Duration revisitMin,
        @Default("3 h") Duration revisitMax,
        @Default("6 h") Duration pageRevisit,
        @Default("1 h") Duration pageRevisitMin,
        @Default("30 d") Duration pageRevisitMax,
        @Default("false") boolean recheckOnStart,
        @Default("local") Distribution distribution,
        @Default("") String instance,
        @Default("30 s") Duration session,
        @Default("16") int parts,
        @Default("sources") Path sourcesFolder) {

    /** It names a folder. */
    private static final String INSTANCE = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}";

    /** With whom the work is shared. */
    public enum Distribution {
        /** With nobody: what is known of each address stays in the data folder. */
        LOCAL,
        /** With the other fetchers on the same Kafka. */
        KAFKA
    }

    public IngestConfig {
        // RFC 9309: the product token a robots.txt can name.
        require(
                userAgent.matches("[A-Za-z_-]+"),
                "userAgent",
                "'" + userAgent + "' may only hold letters, '_' and '-', so that a robots.txt can name it");
        require(contact.chars().noneMatch(c -> c < ' '), "contact", "must be one line");
        requireRange("threads", threads, 1, 256);
        requireRange("maxRedirects", maxRedirects, 0, 20);
        require(connectTimeout.toMillis() > 0, "connectTimeout", "must be longer than zero");
        require(readTimeout.toMillis() > 0, "readTimeout", "must be longer than zero");
        require(totalTimeout.toMillis() > 0, "totalTimeout", "must be longer than zero");
        require(maxBytes.bytes() > 0, "maxBytes", "must be more than zero");
        require(
                maxDecompressedBytes.bytes() >= maxBytes.bytes(),
                "maxDecompressedBytes",
                "must not be less than maxBytes (" + maxBytes + ")");
        require(archiveFileBytes.mebibytes() >= 1, "archiveFileBytes", "must be at least 1 MiB");
        require(
                instance.isEmpty() || instance.matches(INSTANCE),
                "instance",
                "'" + instance + "' may only hold letters, digits, '.', '_' and '-', at most 64");
        require(session.toSeconds() >= 6, "session", "must be at least 6 s, the least a Kafka broker allows");
        requireRange("parts", parts, 1, 1000);
        requireOrder("revisit", revisitMin, revisit, revisitMax);
        requireOrder("pageRevisit", pageRevisitMin, pageRevisit, pageRevisitMax);
    }

    private static void requireOrder(String key, Duration least, Duration start, Duration most) {
        require(least.toSeconds() >= 1, key + "Min", "must be at least 1 s");
        require(start.compareTo(least) >= 0, key, "must not be shorter than " + key + "Min");
        require(most.compareTo(start) >= 0, key + "Max", "must not be shorter than " + key);
    }
}
