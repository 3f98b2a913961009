package org.watchword.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.role.Custody;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.custody.ArchiveWatch;
import org.watchword.ingest.custody.CustodyCheck;
import org.watchword.ingest.custody.CustodyLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code watchword evidence custody}: the log of what was done with the evidence. */
@Command(
        name = "custody",
        description = "Look into the log of what was done with the evidence: captures, rules, exports, verifications.",
        synopsisSubcommandLabel = "COMMAND")
final class CustodyCommand extends CommandGroup {

    CustodyCommand() {
        super("'watchword evidence custody verify' checks the whole log.");
    }

    @Command(
            name = "verify",
            description = "Check that no line was changed, taken out, moved or cut off, and the archive against it.",
            footer = {
                "",
                "Prints the head: the digest of the last line, which vouches for all before it. Note it elsewhere; --head",
                "says whether the log still contains it. Ends with 1 when something is wrong, naming the line."
            })
    int verify(
            @Mixin CommonOptions common,
            @Option(
                            names = "--head",
                            paramLabel = "SHA256",
                            defaultValue = "",
                            description = "a head noted earlier, which the log must still contain")
                    String head) {
        if (!head.matches("[0-9a-fA-F]{64}|")) {
            throw new ParameterException(spec.commandLine(), "--head " + head + ": 64 hex digits expected");
        }
        WatchwordConfig config = common.load(Map.of());
        Path data = common.data(config);
        CustodyCheck.Result result;
        try {
            result = new CustodyCheck(
                            log(config, data),
                            new ArchiveFolder(data.resolve("archive")),
                            Custody.timestamps(config.custody()))
                    .check(head.toLowerCase(java.util.Locale.ROOT));
        } catch (IOException e) {
            throw new LineException(String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        result.problems().forEach(problem -> out.println(Lines.one(problem)));
        result.notes().forEach(note -> out.println("note: " + Lines.one(note)));
        out.println("head " + result.head());
        out.flush();
        spec.commandLine()
                .getErr()
                .printf(
                        "%d entries, %d of captures, %d days ended, %d stamped, %d problems%n",
                        result.entries(),
                        result.captures(),
                        result.days(),
                        result.stamped(),
                        result.problems().size());
        return result.problems().isEmpty() ? 0 : 1;
    }

    @Command(name = "show", description = "Print the log: number, time, who, what, details.")
    int show(@Mixin CommonOptions common) {
        WatchwordConfig config = common.load(Map.of());
        PrintWriter out = spec.commandLine().getOut();
        try {
            log(config, common.data(config))
                    .read(line -> out.println(String.join(
                            "\t",
                            Long.toString(line.entry().seq()),
                            line.entry().at().toString(),
                            Lines.one(line.entry().who()),
                            Lines.one(line.entry().what()),
                            Lines.one(line.entry().detail().toString()))));
        } catch (IOException e) {
            throw new LineException(String.valueOf(e.getMessage()), e);
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "note",
            description = "Enter what was captured since the last entry now; a running fetcher does so by itself.")
    int note(@Mixin CommonOptions common) {
        WatchwordConfig config = common.load(Map.of());
        Path data = common.data(config);
        try {
            long captures = new ArchiveWatch(new ArchiveFolder(data.resolve("archive")), log(config, data)).note();
            spec.commandLine().getErr().println(captures + " captures entered");
        } catch (IOException e) {
            throw new LineException(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private static CustodyLog log(WatchwordConfig config, Path data) {
        return Custody.log(config.custody(), data, InstantSource.system());
    }
}
