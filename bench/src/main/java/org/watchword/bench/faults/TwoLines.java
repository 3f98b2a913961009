package org.watchword.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.watchword.app.status.Account;
import org.watchword.model.StageCounts;

/** The same outlets read twice: by a line left alone, and by one that is disturbed. What they have come to must be the same. */
final class TwoLines {

    private static final Duration UNDISTURBED = Duration.ofMinutes(60);
    private static final List<String> JVM = List.of("-Xmx384m");
    private static final List<String> JVM_OF_ALL = List.of("-Xmx768m");
    private static final int OUTLETS = 12;

    private final Plan plan;
    private final Path work;
    private final PrintWriter log;

    /**
     * What is to be done.
     *
     * @param pages published in all
     * @param roles of the second line at its start
     */
    record Plan(int pages, List<String> roles, long seed) {}

    /** What is done to the second line. When it returns, all pages are published. */
    @FunctionalInterface
    interface Disturbance {
        void bring(Scene scene) throws Exception;
    }

    /**
     * Where a disturbance takes place.
     *
     * @param line every role of the plan is started
     * @param clock of the roles
     * @param random drawn from the seed
     * @param log for what happens
     */
    record Scene(
            LineProcesses line,
            GrowingOutlets outlets,
            SmallDisk disk,
            SteppedClock clock,
            Random random,
            int pages,
            PrintWriter log) {}

    /**
     * What came of it.
     *
     * @param expected statements of the line left alone
     * @param redelivered documents that came twice from the fetch stage and were counted as such
     * @param ended roles that ended though nobody asked them to, with their last words
     * @param problems in words; empty when all is as it should be
     */
    record Outcome(
            int expected,
            Comparison statements,
            Comparison pages,
            Account account,
            long redelivered,
            List<String> ended,
            List<String> problems) {}

    private record Rows(SortedMap<String, String> statements, SortedMap<String, String> pages) {}

    /** @param work an empty folder */
    TwoLines(Plan plan, Path work, PrintWriter log) {
        this.plan = plan;
        this.work = work;
        this.log = log;
    }

    Outcome run(Disturbance disturbance) throws Exception {
        // Elasticsearch runs as somebody else when this is root.
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (GrowingOutlets outlets = new GrowingOutlets(OUTLETS, new InventedPages(plan.seed))) {
            Path sources = outlets.sources(work.resolve("sources"));
            Rows expected = undisturbed(outlets, sources);
            outlets.publish(0);
            return disturbed(outlets, sources, expected, disturbance);
        }
    }

    private Rows undisturbed(GrowingOutlets outlets, Path sources) throws Exception {
        Path folder = Files.createDirectories(work.resolve("undisturbed"));
        long begin = System.nanoTime();
        try (Servers servers = new Servers(folder);
                LineProcesses line =
                        new LineProcesses(servers, folder.resolve("roles"), sources, JVM_OF_ALL, Map.of())) {
            outlets.publish(plan.pages);
            line.start("fetch+analyze+index");
            if (!line.await(account -> FaultTrial.isDone(account, plan.pages), UNDISTURBED)) {
                throw new IOException("left alone, the line was not done within " + UNDISTURBED.toMinutes() + " min: "
                        + line.account());
            }
            Rows rows = settled(servers);
            log.printf(
                    "left alone: %d pages, %d statements in %.0f s%n",
                    rows.pages.size(), rows.statements.size(), (System.nanoTime() - begin) / 1e9);
            log.flush();
            return rows;
        }
    }

    private Outcome disturbed(GrowingOutlets outlets, Path sources, Rows expected, Disturbance disturbance)
            throws Exception {
        Path folder = Files.createDirectories(work.resolve("disturbed"));
        SteppedClock clock = new SteppedClock(work.resolve("clock"));
        List<String> jvm = new ArrayList<>(JVM);
        jvm.add("-Dwatchword.clockErrorFile=" + clock.file());
        try (SmallDisk disk = new SmallDisk(folder.resolve("roles"));
                Servers servers = new Servers(folder);
                LineProcesses line = new LineProcesses(servers, disk.folder(), sources, jvm, desk())) {
            for (String role : plan.roles) {
                line.start(role);
            }
            disturbance.bring(new Scene(line, outlets, disk, clock, new Random(plan.seed), plan.pages, log));
            if (!line.await(account -> FaultTrial.isDone(account, plan.pages), UNDISTURBED)) {
                throw new IOException("the disturbed line was not done within " + UNDISTURBED.toMinutes() + " min: "
                        + line.account());
            }
            Rows found = settled(servers);
            for (int i = 0; i < 12 && !found.equals(expected); i++) {
                // Stories wait until the broker has given up the transactions of whoever was killed.
                TimeUnit.SECONDS.sleep(5);
                found = settled(servers);
            }
            return judge(line, expected, found);
        }
    }

    private static Map<String, String> desk() {
        return Map.of("WATCHWORD_DESK_PORT", "0");
    }

    /** Copies are told of each other after their statements are there: read until two readings are the same. */
    private static Rows settled(Servers servers) throws IOException, InterruptedException {
        Export export = new Export(servers.elasticsearch());
        Rows last = new Rows(export.statements(), export.pages());
        while (true) {
            TimeUnit.SECONDS.sleep(2);
            Rows next = new Rows(export.statements(), export.pages());
            if (next.equals(last)) {
                return next;
            }
            last = next;
        }
    }

    private Outcome judge(LineProcesses line, Rows expected, Rows found) throws IOException, InterruptedException {
        Comparison statements = Comparison.of(expected.statements, found.statements);
        Comparison pages = Comparison.of(expected.pages, found.pages);
        Account account = line.account();
        long redelivered = account.stage("analyze").ended(StageCounts.DUPLICATE);
        List<String> problems = new ArrayList<>();
        if (!statements.isSame()) {
            problems.add("statements differ: " + statements);
        }
        if (!pages.isSame()) {
            problems.add("pages differ: " + pages);
        }
        expect(problems, "fetch emitted", plan.pages, account.stage("fetch").ended(StageCounts.EMITTED));
        expect(problems, "analyze emitted", plan.pages, account.stage("analyze").ended(StageCounts.EMITTED));
        expect(problems, "index emitted", plan.pages, account.stage("index").ended(StageCounts.EMITTED));
        for (String stage : List.of("fetch", "analyze", "index")) {
            expect(problems, stage + " dead letters", 0, account.stage(stage).ended(StageCounts.DEAD_LETTERED));
            expect(problems, stage + " refused", 0, account.stage(stage).ended(StageCounts.REFUSED));
        }
        account.checks().stream()
                .filter(check -> check.verdict() != Account.Verdict.HOLDS)
                .forEach(check -> problems.add("does not add up: " + check));
        command(
                problems,
                line,
                "archive.txt",
                List.of("archive", "check", "--data", line.data("fetch").toString()));
        command(
                problems,
                line,
                "evidence.txt",
                List.of(
                        "evidence",
                        "verify",
                        "--all",
                        "--data",
                        line.data("fetch").toString()));
        return new Outcome(expected.statements.size(), statements, pages, account, redelivered, line.ended(), problems);
    }

    private static void expect(List<String> problems, String what, long expected, long found) {
        if (expected != found) {
            problems.add(what + ": " + found + ", not " + expected);
        }
    }

    private void command(List<String> problems, LineProcesses line, String file, List<String> arguments)
            throws IOException, InterruptedException {
        Path output = work.resolve(file);
        int code = line.run(output, arguments);
        if (code != 0) {
            List<String> said = Files.readAllLines(output);
            problems.add(String.join(" ", arguments.subList(0, 2)) + " ended with " + code + ": "
                    + String.join(" / ", said.subList(Math.max(0, said.size() - 3), said.size())));
        }
    }
}
