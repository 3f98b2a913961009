package org.watchword.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.account.AccountFileException;
import org.watchword.desk.api.ApiRoutes;
import org.watchword.desk.page.ErrorView;
import org.watchword.desk.page.PageRoutes;
import org.watchword.desk.page.SignInRoutes;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.review.ReviewLogException;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.QueryException;

/** Turns what went wrong into an answer: JSON for the API, a page for people. */
final class DeskErrors {

    private static final Logger LOG = LoggerFactory.getLogger(DeskErrors.class);

    private final ApiRoutes api;
    private final PageRoutes pages;
    private final SignInRoutes signIn;

    DeskErrors(ApiRoutes api, PageRoutes pages, SignInRoutes signIn) {
        this.api = api;
        this.pages = pages;
        this.signIn = signIn;
    }

    void register(RoutesConfig routes) {
        routes.exception(
                BadParameterException.class,
                (e, ctx) -> answer(ctx, 400, "This address cannot be read", message(e), -1));
        routes.exception(
                QueryException.class,
                (e, ctx) -> answer(ctx, 400, "This query cannot be read", message(e), e.position()));
        routes.exception(IndexUnavailableException.class, (e, ctx) -> {
            LOG.warn("index unavailable: {}", e.getMessage());
            answer(ctx, 503, "The index does not answer", message(e), -1);
        });
        routes.exception(ReviewLogException.class, (e, ctx) -> {
            LOG.warn("decisions: {}", e.getMessage());
            answer(ctx, 503, "The log of decisions does not answer", message(e), -1);
        });
        routes.exception(RefusedException.class, (e, ctx) -> refused(ctx, e));
        routes.exception(AccountFileException.class, (e, ctx) -> {
            LOG.error("the accounts cannot be used: {}", e.getMessage());
            answer(ctx, 503, "The accounts cannot be read", "Nobody is let in until they can; the log says why.", -1);
        });
        routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> otherMethod(ctx, e));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> answer(ctx, e.getStatus(), title(e.getStatus()), title(e.getStatus()), -1));
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            answer(ctx, 500, title(500), "Watchword made a mistake; its log says which.", -1);
        });
    }

    private void refused(Context ctx, RefusedException e) {
        boolean reads = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
        if (e.retryAfter() > 0) {
            ctx.header("Retry-After", Long.toString(e.retryAfter()));
        }
        if (e.status() == 401 && ApiRoutes.covers(ctx.path())) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"Watchword\"");
        }
        if (e.status() == 401 && reads && !ApiRoutes.covers(ctx.path())) {
            signIn.send(ctx);
        } else {
            answer(ctx, e.status(), title(e.status()), e.reason(), -1);
        }
    }

    /** Says which methods the address has; who only asked for them is answered. */
    private void otherMethod(Context ctx, MethodNotAllowedResponse e) {
        String methods = e.getDetails().getOrDefault("availableMethods", "GET, HEAD") + ", OPTIONS";
        ctx.header("Allow", methods);
        if (ctx.method().equals(HandlerType.OPTIONS)) {
            ctx.status(204).result("");
        } else {
            answer(ctx, 405, title(405), "This address answers to " + methods + ", not to " + ctx.method() + ".", -1);
        }
    }

    private void answer(Context ctx, int status, String title, String message, int position) {
        if (ApiRoutes.covers(ctx.path())) {
            api.error(ctx, status, message, position);
        } else {
            pages.error(ctx, new ErrorView(status, title, message));
        }
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "This request cannot be read";
            case 401 -> "Please sign in first";
            case 404 -> "There is nothing at this address";
            case 405 -> "This address takes no such request";
            case 413 -> "This is too much at once";
            case 503 -> "This cannot be done now";
            case 429 -> "Too many requests";
            default -> status < 500 ? "This request was refused" : "Something went wrong";
        };
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
