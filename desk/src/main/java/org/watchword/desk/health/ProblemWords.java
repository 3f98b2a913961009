package org.watchword.desk.health;

import java.util.Map;
import java.util.Optional;

/** What went wrong with a source, in words for people who run no servers. The code is that of the fetch stage. */
final class ProblemWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("not-a-feed", "the feed's address answers with something that is no feed"),
            Map.entry("not-a-sitemap", "the sitemap's address answers with something that is no sitemap"),
            Map.entry("not-html", "the list page is not readable as HTML"),
            Map.entry("not-found", "nothing is found at its address, or under its path"),
            Map.entry("gone", "its address is gone for good (HTTP 410)"),
            Map.entry("unreadable", "the file or folder cannot be read"),
            Map.entry("bad-url", "the address is not an http or https address"),
            Map.entry("bad-http", "the site's answer breaks the rules of HTTP"),
            Map.entry("robots", "the site's robots.txt forbids it, or cannot be read, which closes the site"),
            Map.entry("too-slow", "the site's answer came too slowly"),
            Map.entry(
                    "unreachable",
                    "no connection to the site: its name is not known, it does not answer, or its certificate is not accepted"),
            Map.entry("private-address", "the site's name leads to a private address, which is never fetched from"),
            Map.entry("redirect-loop", "the site sends the reader in circles"),
            Map.entry("bad-redirect", "the site sends the reader to something that is no address"),
            Map.entry("unsupported-encoding", "the answer is packed in a way that cannot be read"),
            Map.entry("extract-failed", "the pages could not be read as articles"),
            Map.entry("too-large", "the answer is larger than the limit"));

    private ProblemWords() {}

    /** A sentence without a full stop. */
    static String of(String problem) {
        int colon = problem.indexOf(':');
        String code = colon < 0 ? problem : problem.substring(0, colon);
        return Optional.ofNullable(WORDS.get(code))
                .or(() -> http(code))
                .orElse(colon < 0 ? problem : problem.substring(colon + 1).strip());
    }

    private static Optional<String> http(String code) {
        if (!code.matches("http-[1-5][0-9][0-9]")) {
            return Optional.empty();
        }
        String status = code.substring(5);
        return Optional.of(
                switch (status) {
                    case "401", "403" -> "the site refuses us (HTTP " + status + ")";
                    case "404", "410" -> "the address is gone (HTTP " + status + ")";
                    case "429" -> "the site asks for fewer requests (HTTP 429)";
                    case "451" -> "the site is barred for legal reasons (HTTP 451)";
                    default ->
                        status.startsWith("5")
                                ? "the site is out of order (HTTP " + status + ")"
                                : "the site answers HTTP " + status;
                });
    }
}
