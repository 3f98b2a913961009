package org.watchword.desk.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.access.Routes;
import org.watchword.desk.access.SignIn;
import org.watchword.desk.access.Visitor;

/** The addresses for signing in and out. */
public final class SignInRoutes {

    private static final String SIGN_IN = "/sign-in";

    private final SignIn signIn;
    private final Pages pages = new Pages();

    public SignInRoutes(SignIn signIn) {
        this.signIn = signIn;
    }

    public void register(RoutesConfig routes) {
        Routes.read(
                routes,
                Needs.NOBODY,
                SIGN_IN,
                ctx -> show(ctx, SignIn.onward(Objects.requireNonNullElse(ctx.queryParam("to"), "/")), "", ""));
        // Takes down itself how it ends.
        routes.post(SIGN_IN, this::signIn, Needs.NOBODY);
        Routes.change(routes, Needs.NOBODY, "sign out", "/sign-out", this::signOut);
    }

    /** Sends somebody who is not signed in to where they can, and from there back. */
    public void send(Context ctx) {
        String query = ctx.queryString();
        String to = ctx.path() + (query == null ? "" : '?' + query);
        if (isFollowedFromElsewhere(ctx)) {
            ctx.html(pages.render(new OpeningView(to), Visitor.of(ctx)));
        } else {
            ctx.redirect(
                    to.equals("/") ? SIGN_IN : SIGN_IN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                    HttpStatus.SEE_OTHER);
        }
    }

    /** A link in a mail, for example. */
    private static boolean isFollowedFromElsewhere(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        return "navigate".equals(ctx.header("Sec-Fetch-Mode"))
                && ("cross-site".equals(site) || "same-site".equals(site));
    }

    private void signIn(Context ctx) {
        String name = field(ctx, "name");
        String to = SignIn.onward(field(ctx, "to"));
        if (!signIn.isOffered()) {
            throw new RefusedException(404, "Nobody signs in here.");
        }
        try {
            if (signIn.enter(ctx, name, field(ctx, "password").toCharArray())) {
                ctx.redirect(to, HttpStatus.SEE_OTHER);
            } else {
                show(ctx.status(HttpStatus.UNAUTHORIZED), to, name, "Name and password do not belong together.");
            }
        } catch (RefusedException e) {
            ctx.header("Retry-After", Long.toString(e.retryAfter()));
            show(ctx.status(e.status()), to, name, e.reason());
        }
    }

    private void signOut(Context ctx) {
        signIn.leave(ctx);
        ctx.redirect(SIGN_IN, HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, String to, String name, String problem) {
        ctx.html(pages.render(new SigninView(signIn.isOffered(), to, name, problem), Visitor.of(ctx)));
    }

    private static String field(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }
}
