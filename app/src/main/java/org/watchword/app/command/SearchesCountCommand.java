package org.watchword.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.nlp.WordLemmas;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.app.role.UserName;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.Role;
import org.watchword.desk.batch.Batch;
import org.watchword.desk.batch.BatchCount;
import org.watchword.desk.batch.BatchFile;
import org.watchword.desk.batch.BatchKeeping;
import org.watchword.desk.batch.BatchTable;
import org.watchword.desk.saved.SavedSearchEditor;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchSavedSearches;
import org.watchword.index.ElasticsearchStatementSummaries;
import org.watchword.index.SavedSearches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchword searches count}: a table of searches in, a table of counts out. */
@Command(
        name = "count",
        description = "Count what each search of a table finds: CSV in, CSV out.",
        footer = {
            "",
            "The first line of FILE names its columns: name, saved (a saved search) and the parameters of a search, such as",
            "q, status, category, speaker, from, to. A first line that names none of them makes it a plain list of queries.",
            "A line that cannot be used is named on stderr and in the column 'problem'; the others are counted, and the exit code is 1.",
            "With --keep, digests and 'watchword timeline --saved' take each search by its name. A name that is taken is a problem, too."
        })
final class SearchesCountCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "FILE", description = "the table in UTF-8; - for standard input")
    private Path file = Path.of("-");

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "where readers reach the search page, for links; default: this machine's")
    private @Nullable String baseUrl;

    @Option(names = "--keep", description = "keep each search under the name its line gives")
    private boolean keep;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        String csv = read();
        WatchwordConfig config = common.load(Map.of());
        String base = Objects.requireNonNullElse(
                        baseUrl, "http://localhost:" + config.desk().port())
                .replaceFirst("/+$", "");
        try (ElasticsearchConnection connection =
                ElasticsearchAccess.open(config.elasticsearch(), Servers.elasticsearch(config, common.data(config)))) {
            SavedSearches searches = new ElasticsearchSavedSearches(connection);
            List<BatchCount> counts = new Batch(
                            new ElasticsearchStatementSummaries(connection, new WordLemmas(NlpModels.load())::lemma))
                    .count(new BatchFile(searches::named).read(csv));
            if (keep) {
                counts = kept(searches, counts);
            }
            PrintWriter out = spec.commandLine().getOut();
            BatchTable.write(counts, base, out);
            out.flush();
            return complain(counts);
        } catch (IOException e) {
            throw new LineException("The counts cannot be written: " + e.getMessage(), e);
        }
    }

    private static List<BatchCount> kept(SavedSearches searches, List<BatchCount> counts) {
        BatchKeeping keeping = new BatchKeeping(new SavedSearchEditor(searches, InstantSource.system()));
        Account owner = new Account(UserName.here(), Role.ADMIN);
        return counts.stream().map(count -> keeping.keep(owner, count).count()).toList();
    }

    private int complain(List<BatchCount> counts) {
        PrintWriter err = spec.commandLine().getErr();
        List<BatchCount> bad =
                counts.stream().filter(count -> !count.problem().isEmpty()).toList();
        bad.forEach(count -> err.println(file + ":" + count.line().number() + ": " + Lines.one(count.problem())));
        err.println(counts.size() + (counts.size() == 1 ? " search" : " searches") + ", " + bad.size()
                + (keep ? " not kept" : " not counted"));
        return bad.isEmpty() ? 0 : 1;
    }

    private String read() {
        try {
            return file.toString().equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(file);
        } catch (IOException e) {
            throw new LineException(file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
        }
    }
}
