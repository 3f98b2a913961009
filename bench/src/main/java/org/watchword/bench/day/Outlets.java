package org.watchword.bench.day;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.watchword.bench.day.ScriptedWeb.Host;
import org.watchword.bench.day.ScriptedWeb.Reply;

/** The outlets of the day, each with one habit or trouble. Every one has a feed at {@code /feed} and pages at {@code /N}. */
final class Outlets {

    static final String STEADY = "steady.example";
    static final String EDITED = "edited.example";
    static final String DAYTIME = "daytime.example";
    static final String BUSY = "busy.example";
    static final String DOWN = "down.example";
    static final String CLOSED = "closed.example";
    static final String SILENT = "silent.example";

    static final int PAGES = 5;
    static final Duration RETRY_AFTER = Duration.ofMinutes(50);

    private final Instant midnight;

    Outlets(Instant midnight) {
        this.midnight = midnight;
    }

    Map<String, Host> hosts() {
        Map<String, Host> hosts = new LinkedHashMap<>();
        hosts.put(STEADY, site(STEADY, at -> PAGES, at -> 0));
        hosts.put(EDITED, site(EDITED, at -> PAGES, this::hour));
        hosts.put(DAYTIME, site(DAYTIME, this::publishedByDay, at -> 0));
        hosts.put(
                BUSY,
                (path, now) -> hour(now) >= 8 && hour(now) < 10
                        ? Reply.status(429, RETRY_AFTER)
                        : site(BUSY, this::everyTwoHours, at -> 0).reply(path, now));
        hosts.put(
                DOWN,
                (path, now) -> hour(now) >= 13 && hour(now) < 16
                        ? Reply.status(503, null)
                        : site(DOWN, this::everyTwoHours, at -> 0).reply(path, now));
        hosts.put(
                CLOSED,
                (path, now) -> path.equals("/robots.txt")
                        ? Reply.status(500, null)
                        : site(CLOSED, at -> PAGES, at -> 0).reply(path, now));
        hosts.put(SILENT, site(SILENT, at -> 0, at -> 0));
        return hosts;
    }

    private int hour(Instant at) {
        return (int) Duration.between(midnight, at).toHours();
    }

    /** One each half an hour from six to twenty-two. */
    private int publishedByDay(Instant at) {
        long minutes = Duration.between(midnight, at).toMinutes();
        return (int) Math.max(0, Math.min(32, (minutes - 6 * 60) / 30));
    }

    private int everyTwoHours(Instant at) {
        return 1 + hour(at) / 2;
    }

    /**
     * @param pages how many there are at a time
     * @param version of every page's text at a time
     */
    private static Host site(String name, Function<Instant, Integer> pages, Function<Instant, Integer> version) {
        return (path, now) -> {
            int published = pages.apply(now);
            if (path.equals("/robots.txt")) {
                return Reply.status(404, null);
            }
            if (path.equals("/feed")) {
                return Reply.feed(feed(name, published), "feed-" + published);
            }
            int number = path.matches("/\\d{1,4}") ? Integer.parseInt(path.substring(1)) : -1;
            if (number < 0 || number >= published) {
                return Reply.status(404, null);
            }
            int edition = version.apply(now);
            return Reply.page(page(name, number, edition), number + "-" + edition);
        };
    }

    private static String feed(String name, int published) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + name
                + "</title><link>https://" + name + "/</link><description>News</description>");
        for (int i = published - 1; i >= 0; i--) {
            xml.append("<item><title>Report ")
                    .append(i)
                    .append("</title><link>https://")
                    .append(name)
                    .append('/')
                    .append(i)
                    .append("</link></item>");
        }
        return xml.append("</channel></rss>").toString();
    }

    private static String page(String name, int number, int edition) {
        Random random = new Random(name.hashCode() * 31L + number);
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>Report " + number
                + "</title></head><body><article><h1>Report " + number + "</h1>");
        for (int p = 0; p < 6; p++) {
            html.append("<p>");
            for (int s = 0; s < 4; s++) {
                html.append(String.format(
                        Locale.ROOT,
                        "The council of the harbour heard %d speakers on the ferry and put off its answer by %d days. ",
                        random.nextInt(90) + 10,
                        random.nextInt(900) + 100));
            }
            html.append("</p>");
        }
        return html.append("<p>This is edition ")
                .append(edition)
                .append(
                        " of the report, and the desk will go on with it as the evening comes.</p></article></body></html>")
                .toString();
    }
}
