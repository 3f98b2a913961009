package org.watchword.desk.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes ids into addresses of this desk. */
public final class Paths {

    private Paths() {}

    /** One segment of a path, percent-encoded (RFC 3986). */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The page of a statement. */
    public static String statement(String id) {
        return "/statements/" + segment(id);
    }

    /** The page in its newest version. */
    static String document(String id) {
        return "/documents/" + segment(id);
    }

    /** The page as it was in the version with this text digest. */
    static String document(String id, String textSha256) {
        return "/documents/" + segment(id) + "?version=" + segment(textSha256);
    }

    /** What changed on the page. */
    static String versions(String id) {
        return "/documents/" + segment(id) + "/versions";
    }

    static String source(String id) {
        return "/sources/" + segment(id);
    }

    /** The page about a saved search. */
    static String saved(String name) {
        return "/saved/" + segment(name);
    }

    /** What is on record under a name. */
    static String speaker(String name) {
        // Servers and proxies take such segments for something else, encoded or not.
        return name.matches(".*[/\\\\%;].*|\\.+") ? "/speakers?name=" + segment(name) : "/speakers/" + segment(name);
    }

    static String rule(String id) {
        return "/rules/" + segment(id);
    }
}
