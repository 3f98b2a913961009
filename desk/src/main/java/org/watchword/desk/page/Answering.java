package org.watchword.desk.page;

import io.javalin.http.Context;
import org.watchword.desk.access.Visitor;

/** Answers requests with pages. Thread-safe. */
final class Answering {

    private final Pages pages = new Pages();

    void page(Context ctx, Record view) {
        ctx.html(pages.render(view, Visitor.of(ctx)));
    }

    void notFound(Context ctx, String what) {
        error(
                ctx,
                new ErrorView(
                        404,
                        "No such " + what,
                        "There is no " + what
                                + " with this id here. A statement keeps its id for good, so the address may be"
                                + " mistyped, or it belongs to another collection."));
    }

    void error(Context ctx, ErrorView error) {
        page(ctx.status(error.status()), error);
    }
}
