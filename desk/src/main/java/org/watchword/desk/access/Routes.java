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

    /**
     * The same, for what is kept as evidence: each call is taken down in the audit log before it is answered.
     *
     * @param what is done, in a few words: {@code "read document"}
     */
    public static void evidence(RoutesConfig routes, Needs needs, String what, String path, Handler handler) {
        routes.get(path, handler, needs, new Audited(what));
        routes.head(path, handler, needs, new Audited(what));
    }

    /**
     * For POST. The handler runs only for a form or a call of this desk's own, see {@link Gate}, and after it was taken down.
     *
     * @param what is done, in a few words: {@code "decide"}
     */
    public static void change(RoutesConfig routes, Needs needs, String what, String path, Handler handler) {
        routes.post(path, handler, needs, new Audited(what));
    }
}
