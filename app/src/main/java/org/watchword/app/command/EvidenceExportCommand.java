package org.watchword.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.evidence.EvidenceDesk;
import org.watchword.app.line.LineException;
import org.watchword.ingest.custody.CustodyEvent;
import org.watchword.ingest.evidence.Check;
import org.watchword.ingest.evidence.Claim;
import org.watchword.ingest.evidence.Verification;
import org.watchword.model.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchword evidence export}. */
@Command(
        name = "export",
        description =
                "Pack statements with their captured bytes into a WACZ file that others can verify without Watchword.",
        footer = {
            "",
            "Records, texts, lines of the custody log, and a report that tells how to verify them (docs/evidence.md).",
            "The same statements give the same bytes. Ends with 1 when a link does not hold; the report tells which."
        })
final class EvidenceExportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "statement ids")
    private List<String> ids = List.of();

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "the package, ending in .wacz")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--force", description = "write over a file that is there")
    private boolean force;

    @Option(names = "--without-reviews", description = "leave out what people decided on them")
    private boolean withoutReviews;

    @Mixin
    private final FromOption from = new FromOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!output.toString().endsWith(".wacz")) {
            throw new ParameterException(spec.commandLine(), "--output " + output + ": the name must end in .wacz");
        }
        OutputFile.requireFolder(output);
        if (Files.exists(output) && !force) {
            throw new LineException(output + " is there already; --force writes over it");
        }
        WatchwordConfig config = common.load(Map.of());
        Path data = common.data(config);
        Path fresh = output.resolveSibling(output.getFileName() + ".part");
        try (EvidenceDesk desk =
                EvidenceDesk.open(config, data, () -> Servers.elasticsearch(config, data), from.file())) {
            List<Verification> verifications;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                List<Claim> claims = claims(desk);
                verifications = desk.packing().write(claims, decisions(desk, claims), out);
            }
            String sha256 = FileDigest.of(fresh);
            Files.move(fresh, output, StandardCopyOption.REPLACE_EXISTING);
            enter(desk, sha256);
            return told(verifications, sha256);
        } catch (IOException e) {
            discard(fresh);
            throw new LineException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            discard(fresh);
            throw e;
        }
    }

    private List<Claim> claims(EvidenceDesk desk) throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (String id : ids) {
            Claim claim = desk.claims().find(id).orElseThrow(() -> new LineException(id + ": no such statement"));
            if (claim.document().archive() == null) {
                throw new LineException(
                        id + ": its text never came through the archive, so there are no bytes to pack");
            }
            claims.add(claim);
        }
        return claims;
    }

    private Map<String, List<Review>> decisions(EvidenceDesk desk, List<Claim> claims) {
        TreeMap<String, List<Review>> decisions = new TreeMap<>();
        if (!withoutReviews) {
            claims.forEach(
                    claim -> decisions.put(claim.statement().id(), desk.claims().decisions(claim)));
        }
        return decisions;
    }

    private void enter(EvidenceDesk desk, String sha256) throws IOException {
        TreeMap<String, String> detail = new TreeMap<>();
        detail.put("statements", String.join(" ", ids));
        detail.put("file", String.valueOf(output.getFileName()));
        detail.put("sha256", sha256);
        desk.enter(CustodyEvent.EXPORT, detail);
    }

    private int told(List<Verification> verifications, String sha256) {
        PrintWriter err = spec.commandLine().getErr();
        boolean holds = true;
        for (Verification verification : verifications) {
            holds &= verification.holds();
            for (Check check : verification.differences()) {
                err.println(verification.id() + ": " + check.level() + " differs: " + Lines.one(check.found()));
            }
        }
        spec.commandLine().getOut().println(sha256 + "  " + output);
        spec.commandLine().getOut().flush();
        err.println(verifications.size() + (verifications.size() == 1 ? " statement" : " statements") + " packed"
                + (holds ? ", everything holds" : "; NOT everything holds, as the report tells"));
        return holds ? 0 : 1;
    }

    private static void discard(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What is left behind ends in .part, and the next export writes over it.
        }
    }
}
