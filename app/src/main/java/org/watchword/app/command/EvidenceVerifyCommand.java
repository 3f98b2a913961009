package org.watchword.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.evidence.EvidenceDesk;
import org.watchword.app.line.LineException;
import org.watchword.ingest.custody.CustodyEvent;
import org.watchword.ingest.evidence.Check;
import org.watchword.ingest.evidence.Claim;
import org.watchword.ingest.evidence.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code watchword evidence verify}. */
@Command(
        name = "verify",
        description = "Recompute every link from statements to the captured bytes, offline, from the archive.",
        footer = {
            "",
            "Statement, span, digest of the text, text read anew, digest of the payload, WARC record, headers and time of the",
            "capture, custody log: each is said to hold, to differ (and how), or to be unchecked (and why).",
            "Ends with 1 when one differs or a statement is not found."
        })
final class EvidenceVerifyCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "statement ids")
    private List<String> ids = List.of();

    @Option(
            names = "--all",
            description = "every statement; prints those that differ, and a line for each with --verbose")
    private boolean all;

    @Option(names = "--verbose", description = "with --all: print every check of every statement")
    private boolean verbose;

    @Option(names = "--json", description = "print a JSON line a statement")
    private boolean asJson;

    @Mixin
    private final FromOption from = new FromOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private long verified;
    private long failed;

    @Override
    public Integer call() {
        if (ids.isEmpty() != all) {
            throw new ParameterException(
                    spec.commandLine(), "Name statements by their ids, or all of them with --all.");
        }
        WatchwordConfig config = common.load(Map.of());
        Path data = common.data(config);
        try (EvidenceDesk desk =
                EvidenceDesk.open(config, data, () -> Servers.elasticsearch(config, data), from.file())) {
            if (all) {
                desk.claims().all(claim -> verify(desk, claim));
            } else {
                for (String id : ids) {
                    Optional<Claim> claim = desk.claims().find(id);
                    if (claim.isPresent()) {
                        verify(desk, claim.get());
                    } else {
                        failed++;
                        spec.commandLine().getErr().println(id + ": no such statement");
                    }
                }
            }
            TreeMap<String, String> detail = new TreeMap<>();
            detail.put("statements", all ? "all, " + verified : String.join(" ", ids));
            detail.put("failed", Long.toString(failed));
            desk.enter(CustodyEvent.VERIFY, detail);
        } catch (IOException e) {
            throw new LineException(String.valueOf(e.getMessage()), e);
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(verified + (verified == 1 ? " statement" : " statements") + " verified, "
                + (failed == 0 ? "everything holds" : failed + " failed"));
        return failed == 0 ? 0 : 1;
    }

    private void verify(EvidenceDesk desk, Claim claim) {
        Verification verification = desk.verifier().verify(claim);
        verified++;
        failed += verification.holds() ? 0 : 1;
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(JsonMapper.shared().writeValueAsString(verification));
        } else if (!all || verbose || !verification.holds()) {
            out.println(claim.statement().id() + (verification.holds() ? "  holds" : "  DIFFERS"));
            out.println("  “" + Lines.one(claim.statement().text()) + "”");
            for (Check check : verification.checks()) {
                if (!all || verbose || check.outcome() == Check.Outcome.DIFFERS) {
                    out.printf("  %-9s  %-10s  %s%n", check.outcome(), check.level(), Lines.one(check.found()));
                }
            }
        }
        out.flush();
    }
}
