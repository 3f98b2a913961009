package org.watchword.desk.access;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.account.Account;

/**
 * Who sent a request, and what the forms of its answer must carry. Every template gets one as {@code visitor}; a handler asks
 * {@link #of}. Belongs to one request.
 */
public final class Visitor {

    /** Name of the hidden field. */
    public static final String FIELD = "form";

    /** The header that takes its place where there is no form. */
    static final String HEADER = "X-Watchword-Form";

    private static final String ATTRIBUTE = Visitor.class.getName();

    private final Context ctx;
    private final FormTokens tokens;
    private final Identity identity;
    private final boolean https;
    private @Nullable String visit;

    Visitor(Context ctx, FormTokens tokens, Identity identity, boolean https) {
        this.ctx = ctx;
        this.tokens = tokens;
        this.identity = identity;
        this.https = https;
        this.visit = ctx.cookie(VisitCookies.visit(https));
        ctx.attribute(ATTRIBUTE, this);
    }

    /** The one of a request. */
    public static Visitor of(Context ctx) {
        return Objects.requireNonNull(ctx.attribute(ATTRIBUTE), "the request did not come through the gate");
    }

    /**
     * The account of a request; never absent on a route that needs a role.
     *
     * @throws RefusedException when nobody is signed in
     */
    public static Account account(Context ctx) {
        return of(ctx).account().orElseThrow(() -> new RefusedException(401, "Please sign in first."));
    }

    /** Empty where nobody is signed in: on the sign-in page, and on pages that refuse. */
    public Optional<Account> account() {
        return identity.account();
    }

    /** Whether there is a session that can be ended. */
    public boolean canSignOut() {
        return identity.via() == Identity.Via.SESSION;
    }

    /** The value of the hidden field {@link #FIELD}; a template writes it by {@code @template.guard(visitor = visitor)}. */
    public String formToken() {
        return tokens.of(visit == null ? renew() : bound(visit));
    }

    Identity identity() {
        return identity;
    }

    /** Begins another visit: forms handed out before are worth nothing. */
    String renew() {
        String fresh = FormTokens.visit();
        visit = fresh;
        VisitCookies.set(ctx, VisitCookies.visit(https), fresh, https);
        return bound(fresh);
    }

    /** Whether the request carries the value that its visit's forms were given. */
    boolean isFromItsForm() {
        String sent = Objects.requireNonNullElseGet(
                ctx.header(HEADER), () -> Objects.requireNonNullElse(ctx.formParam(FIELD), ""));
        return visit != null && tokens.matches(bound(visit), sent);
    }

    /** A form handed out before somebody signed in, to whomever, is not theirs. */
    private String bound(String to) {
        return to + ' ' + identity.session();
    }
}
