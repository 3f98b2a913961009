package org.watchword.desk.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.Role;

/**
 * Stands before every route: says who sends a request, whether they may, and whether they meant to.
 *
 * <p>A request that may change something must come from a page of this desk: {@code Sec-Fetch-Site} and {@code Origin}, where a browser
 * sends them, must say so, and the form must carry the hidden value of its visit ({@link Visitor#formToken}).
 */
public final class Gate {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final FormTokens tokens = new FormTokens();

    public void register(RoutesConfig routes) {
        routes.before(this::identify);
        routes.beforeMatched(this::admit);
    }

    private void identify(Context ctx) {
        var unused = new Visitor(ctx, tokens, Account.LOCAL);
    }

    /** @throws RefusedException with the reason */
    private void admit(Context ctx) {
        Visitor visitor = Visitor.of(ctx);
        Role needed = needed(ctx);
        if (needed != null && !Visitor.account(ctx).role().covers(needed)) {
            throw new RefusedException(
                    403,
                    "This needs the role " + needed + "; you have "
                            + Visitor.account(ctx).role() + ".");
        }
        if (!READING.contains(ctx.method())) {
            requireOwnPage(ctx, visitor);
        }
    }

    /** A route that names nothing is an admin's, so that a forgotten word opens no door. */
    private static @Nullable Role needed(Context ctx) {
        return ctx.routeRoles().stream()
                .filter(Needs.class::isInstance)
                .map(Needs.class::cast)
                .findFirst()
                .orElse(Needs.ADMIN)
                .role();
    }

    private static void requireOwnPage(Context ctx, Visitor visitor) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            throw new RefusedException(
                    403,
                    "A page of another site sent this form. Nothing was changed. Open the desk itself and do it there.");
        }
        String origin = ctx.header("Origin");
        if (origin != null && !isOwn(origin, Objects.requireNonNullElse(ctx.header("Host"), ""))) {
            throw new RefusedException(
                    403,
                    "A page of another origin sent this form. Nothing was changed. Open the desk itself and do it there; behind a proxy,"
                            + " let it pass on the Host header as it came.");
        }
        if (!visitor.isFromItsForm()) {
            throw new RefusedException(
                    403,
                    "The form is too old: it is from before a restart or a sign-in, or this browser keeps no cookies. Nothing was changed."
                            + " Go back, reload the page and send it again.");
        }
    }

    /** The scheme is not compared: behind a proxy that ends TLS it rightly differs. */
    private static boolean isOwn(String origin, String host) {
        int scheme = origin.indexOf("://");
        return scheme > 0
                && !host.isEmpty()
                && origin.substring(scheme + 3)
                        .toLowerCase(Locale.ROOT)
                        .equals(host.strip().toLowerCase(Locale.ROOT));
    }
}
