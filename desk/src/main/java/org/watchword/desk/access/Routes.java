package org.watchword.desk.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Registers routes with what they ask of who calls them. */
public final class Routes {

    private Routes() {}

    /** For GET, and for HEAD, whose body the server leaves out. The handler changes nothing. */
    public static void read(RoutesConfig routes, Needs needs, String path, Handler handler) {
        routes.get(path, handler, needs);
        routes.head(path, handler, needs);
    }

    /** For POST. The handler runs only for a form or a call of this desk's own, see {@link Gate}. */
    public static void change(RoutesConfig routes, Needs needs, String path, Handler handler) {
        routes.post(path, handler, needs);
    }
}
