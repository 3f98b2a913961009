package org.watchword.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.nlp.WordLemmas;
import org.watchword.app.config.SubscriptionFiles;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.role.Digests;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.app.role.LexiconGroupNames;
import org.watchword.app.status.CoverageReader;
import org.watchword.app.status.DigestTable;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.Period;
import org.watchword.desk.digest.Schedule;
import org.watchword.desk.digest.Subscription;
import org.watchword.desk.dispatch.DigestFiles;
import org.watchword.desk.dispatch.DispatchException;
import org.watchword.desk.dispatch.Outlets;
import org.watchword.desk.dispatch.TextDigest;
import org.watchword.desk.health.SourceHealth;
import org.watchword.index.DigestIssue;
import org.watchword.index.DigestLedger.Held;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.model.NearestKey;
import org.watchword.model.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchword digest}: a digest made by hand, or looked at. */
@Command(
        name = "digest",
        description = "Make and send the digests of config/digests now, or look at one.",
        footer = {
            "",
            "Without --dry-run and --date, the next issue is made and sent at once; the schedule goes on from there.",
            "With --date, the issue that ended on that day is shown as it was sent or, when none was, as it would be made now.",
            "Neither is sent to anybody."
        })
final class DigestCommand implements Callable<Integer> {

    private static final int ISSUES = 1_000;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "which digests; none means all")
    private List<String> ids = List.of();

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "show the issue that ended on this day, such as 2031-05-17")
    private @Nullable LocalDate date;

    @Option(
            names = "--dry-run",
            description = "show what the next issue would hold, send nothing and keep nothing in mind")
    private boolean dryRun;

    @Option(names = "--list", description = "list the digests, when each is due and what became of its last issue")
    private boolean list;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "write what is shown as HTML, Markdown and text into this folder instead of printing it")
    private @Nullable Path output;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws DispatchException {
        if (output != null && date == null && !dryRun) {
            throw new ParameterException(
                    spec.commandLine(), "--output shows a digest; say which with --dry-run or --date");
        }
        WatchwordConfig config = common.loadForData(Map.of());
        List<Subscription> subscriptions =
                chosen(SubscriptionFiles.load(config.digest().folder()));
        if (subscriptions.isEmpty()) {
            throw new LineException(
                    "There is no digest in " + config.digest().folder() + "; docs/digests.md tells how to write one.");
        }
        Path data = common.data(config);
        Map<String, String> kafka = config.kafka().clientProperties(Servers.kafka(config, data));
        InstantSource clock = InstantSource.system();
        try (ElasticsearchConnection connection =
                        ElasticsearchAccess.open(config.elasticsearch(), Servers.elasticsearch(config, data));
                CoverageReader coverage =
                        new CoverageReader(kafka, config.kafka().topicPrefix() + Topics.COVERAGE)) {
            Digests digests = Digests.of(
                    config.digest(),
                    data,
                    subscriptions,
                    connection,
                    new WordLemmas(NlpModels.load())::lemma,
                    () -> SourceHealth.of(coverage.read(), clock.instant()),
                    new LexiconGroupNames(config.analyze().lexiconsFolders()),
                    clock);
            if (list) {
                print(DigestTable.of(subscriptions, digests.ledger(), clock.instant()));
                return 0;
            }
            return date == null && !dryRun
                    ? send(digests, subscriptions)
                    : show(digests, subscriptions, clock.instant());
        }
    }

    private List<Subscription> chosen(List<Subscription> all) {
        if (ids.isEmpty()) {
            return all;
        }
        List<String> known = all.stream().map(Subscription::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new ParameterException(
                    spec.commandLine(),
                    "No digest '" + id + "'"
                            + NearestKey.of(id, known)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(""));
        });
        return all.stream().filter(s -> ids.contains(s.id())).toList();
    }

    private int send(Digests digests, List<Subscription> subscriptions) {
        int failed = 0;
        for (Subscription subscription : subscriptions) {
            Optional<DigestIssue> issue = digests.rounds().now(subscription);
            if (issue.isEmpty()) {
                print(subscription.id() + ": another process is making an issue just now\n");
                failed++;
                continue;
            }
            print(DigestTable.of(issue.get()));
            failed += issue.get().state() == DigestIssue.State.DONE ? 0 : 1;
        }
        return failed == 0 ? 0 : 1;
    }

    private int show(Digests digests, List<Subscription> subscriptions, Instant now) throws DispatchException {
        for (Subscription subscription : subscriptions) {
            Digest digest = date == null ? next(digests, subscription, now) : of(date, digests, subscription);
            if (output == null) {
                print(TextDigest.of(digest));
                continue;
            }
            DigestFiles files = new DigestFiles(output);
            print(files.html(digest) + "\n" + files.markdown(digest) + "\n" + files.text(digest) + "\n");
        }
        return 0;
    }

    private static Digest next(Digests digests, Subscription subscription, Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.SECONDS);
        DigestIssue last = digests.ledger()
                .latest(subscription.id())
                .map(Held::issue)
                .orElseGet(() -> DigestIssue.beginning(
                        subscription.id(), subscription.schedule().last(end.minusSeconds(1))));
        DigestIssue next = last.following(end, "", end);
        return digests.builder()
                .build(subscription, new Period(next.number(), next.since(), next.from(), next.to()), false);
    }

    private static Digest of(LocalDate day, Digests digests, Subscription subscription) {
        Schedule schedule = subscription.schedule();
        return digests.ledger().issues(subscription.id(), ISSUES).stream()
                .filter(issue ->
                        LocalDate.ofInstant(issue.to(), schedule.zone()).equals(day))
                .findFirst()
                .map(Outlets::read)
                .orElseGet(() -> {
                    Instant end = schedule.last(day.plusDays(1)
                            .atStartOfDay(schedule.zone())
                            .toInstant()
                            .minusSeconds(1));
                    if (!LocalDate.ofInstant(end, schedule.zone()).equals(day)) {
                        throw new LineException("No issue of " + subscription.id() + " ends on " + day
                                + ": by its schedule, the last before ended at " + end + ".");
                    }
                    return digests.builder()
                            .build(subscription, Period.alone(schedule.last(end.minusSeconds(1)), end), false);
                });
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
