package org.watchword.desk.access;

import io.javalin.security.RouteRole;

/**
 * Marks a route whose every call is taken down in the log of who did what, before it is answered.
 *
 * @param what is done by calling it, in a few words
 */
record Audited(String what) implements RouteRole {}
