package org.watchword.desk.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.account.Account;

/**
 * Who sent a request, and what the forms of its answer must carry. Every template gets one as {@code visitor}; a handler asks
 * {@link #of}. Belongs to one request.
 */
public final class Visitor {

    /** Name of the hidden field, and of the header that takes its place where there is no form: {@code X-Watchword-Form}. */
    public static final String FIELD = "form";

    static final String HEADER = "X-Watchword-Form";
    static final String COOKIE = "watchword-visit";
    private static final String ATTRIBUTE = Visitor.class.getName();

    private final Context ctx;
    private final FormTokens tokens;
    private final @Nullable Account account;
    private @Nullable String visit;

    Visitor(Context ctx, FormTokens tokens, @Nullable Account account) {
        this.ctx = ctx;
        this.tokens = tokens;
        this.account = account;
        this.visit = ctx.cookie(COOKIE);
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
        return Optional.ofNullable(account);
    }

    /** The value of the hidden field {@link #FIELD}; a template writes it by {@code @template.guard(visitor = visitor)}. */
    public String formToken() {
        if (visit == null) {
            visit = FormTokens.visit();
            Cookie cookie = new Cookie(COOKIE, visit);
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.STRICT);
            ctx.cookie(cookie);
        }
        return tokens.of(visit);
    }

    /** Whether the request carries the value that its visit's forms were given. */
    boolean isFromItsForm() {
        String sent = Objects.requireNonNullElseGet(
                ctx.header(HEADER), () -> Objects.requireNonNullElse(ctx.formParam(FIELD), ""));
        return tokens.matches(visit, sent);
    }
}
