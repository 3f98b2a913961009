package org.watchword.app.role;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.app.config.AnalyzeConfig;
import org.watchword.app.config.CustodyConfig;
import org.watchword.app.line.LineContext;
import org.watchword.app.line.LineException;
import org.watchword.app.review.CustodyReviewLog;
import org.watchword.desk.review.ReviewLog;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.custody.ArchiveWatch;
import org.watchword.ingest.custody.CustodyEvent;
import org.watchword.ingest.custody.CustodyKeeper;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.ingest.custody.Rfc3161Authority;
import org.watchword.ingest.custody.Rfc3161Check;
import org.watchword.ingest.custody.TimestampCheck;
import org.watchword.model.ContentHash;

/** Opens the custody log that the settings describe. */
public final class Custody {

    private static final Logger LOG = LoggerFactory.getLogger(Custody.class);

    private Custody() {}

    /** The log in a data folder. */
    public static CustodyLog log(CustodyConfig config, Path data, InstantSource clock) {
        return new CustodyLog(data.resolve("custody"), config.who().isEmpty() ? whoami() : config.who(), clock);
    }

    /** Whom the settings trust to stamp days. @throws LineException when the certificate cannot be read */
    public static TimestampCheck timestamps(CustodyConfig config) {
        if (config.timestampCertificate().isEmpty()) {
            return Rfc3161Check.trustingNobody();
        }
        try {
            return Rfc3161Check.trusting(config.timestampCertificate().get());
        } catch (IOException e) {
            throw new LineException("custody.timestampCertificate: " + e.getMessage(), e);
        }
    }

    static Optional<CustodyKeeper> keeper(LineContext context) {
        CustodyConfig config = context.config().custody();
        if (!config.enabled()) {
            return Optional.empty();
        }
        CustodyLog log = log(config, context.data(), context.clock());
        return Optional.of(new CustodyKeeper(
                new ArchiveWatch(new ArchiveFolder(context.data().resolve("archive")), log),
                log,
                config.timestampUrl().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Rfc3161Authority(URI.create(config.timestampUrl())))));
    }

    /** Enters by which rules, word lists and program statements are analysed from now on, unless that is as it was. */
    static void noteAnalysis(LineContext context) {
        if (!context.config().custody().enabled()) {
            return;
        }
        try {
            TreeMap<String, String> now = new TreeMap<>();
            now.put("rules", analysisDigest(context.config().analyze()));
            now.put("program", program());
            CustodyLog log = log(context.config().custody(), context.data(), context.clock());
            if (!lastAnalysis(log).equals(Optional.of(now))) {
                log.append(CustodyEvent.ANALYSIS, now);
            }
        } catch (IOException e) {
            LOG.warn("custody log: {}; with which rules analysis began is not entered", e.getMessage());
        }
    }

    /** What was entered when analysis last began with other rules than before; empty when none ever began. */
    public static Optional<Map<String, String>> lastAnalysis(CustodyLog log) throws IOException {
        AtomicReference<Map<String, String>> last = new AtomicReference<>();
        log.read(line -> {
            if (line.entry().what().equals(CustodyEvent.ANALYSIS.id())) {
                last.set(line.entry().detail());
            }
        });
        return Optional.ofNullable(last.get());
    }

    /** The log of decisions, with each entered in the custody log, where that is kept. */
    static ReviewLog entering(ReviewLog decisions, LineContext context) {
        CustodyConfig config = context.config().custody();
        return config.enabled()
                ? new CustodyReviewLog(decisions, log(config, context.data(), context.clock()))
                : decisions;
    }

    /** Name and version of this program. */
    public static String program() {
        String version = Custody.class.getPackage().getImplementationVersion();
        return "Watchword/" + (version == null ? "(not packaged)" : version);
    }

    /** Of all files with rules, lexicons and languages, by their places and bytes. */
    public static String analysisDigest(AnalyzeConfig config) throws IOException {
        MessageDigest digest = ContentHash.newSha256();
        List<Path> folders = new ArrayList<>(List.of(config.rulesFolder(), config.languagesFolder()));
        folders.addAll(config.lexiconsFolders());
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    String line = ContentHash.sha256Hex(Files.readAllBytes(file)) + "  "
                            + folder.relativize(file).toString().replace('\\', '/') + '\n';
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String whoami() {
        return UserName.here() + "@" + MachineName.here();
    }
}
