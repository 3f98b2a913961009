package org.watchword.desk.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.RateLimit;
import org.watchword.desk.account.Role;
import org.watchword.desk.account.Sessions;
import org.watchword.desk.audit.Deed;

/**
 * Stands before every route: says who sends a request, whether they may, and whether they meant to.
 *
 * <p>A request that may change something must come from a page of this desk: {@code Sec-Fetch-Site} and {@code Origin}, where a browser
 * sends them, must say so, and the form must carry the hidden value of its visit ({@link Visitor#formToken}).
 */
public final class Gate {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final FormTokens tokens = new FormTokens();
    private final AccessSettings settings;
    private final Identification identification;
    private final RateLimit limit;
    private final SignIn signIn;

    public Gate(AccessSettings settings) {
        this.settings = settings;
        Optional<Sessions> sessions = settings.accounts()
                .map(accounts -> new Sessions(accounts, settings.idle(), settings.longest(), settings.clock()));
        this.identification = new Identification(settings, sessions);
        this.limit = new RateLimit(settings.requestsPerMinute(), settings.clock());
        this.signIn = new SignIn(settings, sessions);
    }

    public void register(RoutesConfig routes) {
        routes.before(this::identify);
        routes.beforeMatched(this::admit);
    }

    /** Where people sign in and out. */
    public SignIn signIn() {
        return signIn;
    }

    private void identify(Context ctx) {
        // What one person may see is not left lying in a browser that another may use.
        ctx.header("Cache-Control", settings.asks() ? "no-store" : "private, no-cache");
        if (settings.https()) {
            ctx.header("Strict-Transport-Security", "max-age=31536000");
        }
        // First as nobody: when the accounts cannot be read, there is still somebody to say so to.
        var unused = new Visitor(ctx, tokens, Identity.nobody("-"), settings.https());
        unused = new Visitor(ctx, tokens, identification.of(ctx), settings.https());
    }

    /** @throws RefusedException with the reason */
    private void admit(Context ctx) {
        Visitor visitor = Visitor.of(ctx);
        Role needed = needed(ctx);
        if (needed != null) {
            requireRate(ctx, visitor.identity());
            requireRole(visitor.identity(), needed);
        }
        if (!READING.contains(ctx.method()) && visitor.identity().via() != Identity.Via.TOKEN) {
            requireOwnPage(ctx, visitor);
        }
        ctx.routeRoles().stream()
                .filter(Audited.class::isInstance)
                .map(Audited.class::cast)
                .forEach(audited -> takeDown(settings, visitor.identity(), audited.what(), target(ctx)));
    }

    /** @throws RefusedException when it cannot be taken down */
    static void takeDown(AccessSettings settings, Identity who, String what, String on) {
        try {
            settings.audit()
                    .enter(new Deed(
                            settings.clock().instant(),
                            who.account().map(Account::name).orElse("-"),
                            who.account()
                                    .map(account -> account.role().toString())
                                    .orElse("-"),
                            who.via().toString(),
                            who.from(),
                            what,
                            on));
        } catch (UncheckedIOException e) {
            LOG.error("{}", e.getMessage(), e);
            throw new RefusedException(
                    503,
                    "What is done here is taken down in the audit log, and that cannot be written. Nothing was shown or changed.");
        }
    }

    /** Only of the JSON API; who sits at the machine itself is not counted. */
    private void requireRate(Context ctx, Identity who) {
        if (who.via() == Identity.Via.LOCAL || !ctx.path().startsWith("/api/")) {
            return;
        }
        String counted = who.account()
                .map(account -> "account " + account.name())
                .orElseGet(() -> "address " + ClientAddress.counted(who.from()));
        limit.take(counted).ifPresent(wait -> {
            throw RefusedException.later(
                    wait,
                    "More than " + settings.requestsPerMinute()
                            + " requests a minute; /api/statements.jsonl gives all of a" + " search in one.");
        });
    }

    private static void requireRole(Identity who, Role needed) {
        if (who.via() == Identity.Via.BAD_TOKEN) {
            throw new RefusedException(401, "This token is unknown or has expired.");
        }
        Account account = who.account()
                .orElseThrow(() ->
                        new RefusedException(401, "Please sign in first, or send a token: Authorization: Bearer …"));
        if (!account.role().covers(needed)) {
            throw new RefusedException(
                    403, "This needs the role " + needed + "; " + account.name() + " is " + account.role() + ".");
        }
    }

    private static String target(Context ctx) {
        String query = ctx.queryString();
        return query == null ? ctx.path() : ctx.path() + '?' + query;
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
