package org.watchword.desk.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.watchword.desk.DeskPorts;
import org.watchword.desk.access.Needs;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.access.Routes;
import org.watchword.desk.access.Visitor;
import org.watchword.desk.account.Account;
import org.watchword.desk.batch.Batch;
import org.watchword.desk.batch.BatchCount;
import org.watchword.desk.batch.BatchFile;
import org.watchword.desk.batch.BatchKeeping;
import org.watchword.desk.batch.BatchTable;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.rule.RuleSource;
import org.watchword.desk.saved.SavedSearchEditor;

/** The page on which many searches are counted at once. */
final class BatchRoutes {

    private static final String PATH = "/batch";

    private final BatchFile reader;
    private final Batch batch;
    private final RuleSource rules;
    private final BatchKeeping keeping;
    private final Answering answering;

    BatchRoutes(DeskPorts ports, SavedSearchEditor searches, Answering answering) {
        this.keeping = new BatchKeeping(searches);
        this.reader = new BatchFile(ports.searches()::named);
        this.batch = new Batch(ports.summaries());
        this.rules = ports.rules();
        this.answering = answering;
    }

    void register(RoutesConfig routes) {
        Routes.read(routes, Needs.READER, PATH, this::empty);
        Routes.change(routes, Needs.READER, "count batch", PATH, this::count);
    }

    private void empty(Context ctx) {
        SearchParameters.requireKnown(ctx.queryParamMap().keySet(), Set.of());
        answering.page(ctx, new BatchView("", List.of()));
    }

    private void count(Context ctx) {
        String csv = csv(ctx);
        List<BatchCount> counts = batch.count(reader.read(csv));
        if (counts.isEmpty()) {
            throw new RefusedException(400, "The table has no search in it. Write one query a line, or choose a file.");
        }
        if ("csv".equals(ctx.formParam("as"))) {
            StringBuilder table = new StringBuilder();
            try {
                BatchTable.write(counts, ctx.scheme() + "://" + ctx.host(), table);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ctx.header("Content-Disposition", "attachment; filename=\"counts.csv\"")
                    .contentType("text/csv; charset=utf-8")
                    .result(table.toString());
        } else {
            boolean keep = "keep".equals(ctx.formParam("as"));
            Account account = Visitor.account(ctx);
            answering.page(
                    ctx,
                    new BatchView(
                            csv,
                            counts.stream()
                                    .map(count -> keep ? kept(account, count) : row(count, ""))
                                    .toList()));
        }
    }

    private BatchView.Row kept(Account account, BatchCount count) {
        BatchKeeping.Kept kept = keeping.keep(account, count);
        return row(kept.count(), kept.name());
    }

    private BatchView.Row row(BatchCount count, String kept) {
        return new BatchView.Row(count, kept, rules.groups());
    }

    private static String csv(Context ctx) {
        UploadedFile file = ctx.uploadedFile("file");
        if (file != null && file.size() > 0) {
            try (var in = file.content()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Objects.requireNonNullElse(ctx.formParam("csv"), "");
    }
}
