package org.watchword.desk.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/**
 * The two cookies: of a visit, which forms are bound to, and of a session. Neither can be read by a script, is sent along from another
 * site, or outlives the browser; with TLS, only the desk itself can have set them ({@code __Host-}, RFC 6265bis 4.1.3.2).
 */
final class VisitCookies {

    private VisitCookies() {}

    static String visit(boolean https) {
        return name("watchword-visit", https);
    }

    static String session(boolean https) {
        return name("watchword-session", https);
    }

    static void set(Context ctx, String name, String value, boolean https) {
        ctx.cookie(cookie(name, value, https));
    }

    static void remove(Context ctx, String name, boolean https) {
        Cookie cookie = cookie(name, "", https);
        cookie.setMaxAge(0);
        ctx.cookie(cookie);
    }

    private static Cookie cookie(String name, String value, boolean https) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(https);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }

    private static String name(String name, boolean https) {
        return https ? "__Host-" + name : name;
    }
}
