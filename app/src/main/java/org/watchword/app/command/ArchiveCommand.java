package org.watchword.app.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.app.line.LineException;
import org.watchword.ingest.archive.ArchiveCheck;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.ArchivedRecord;
import org.watchword.ingest.archive.Capture;
import org.watchword.model.ContentHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code watchword archive}: the captured bytes, with no server running and none needed. */
@Command(name = "archive", description = "Look into the archive of captures.", synopsisSubcommandLabel = "COMMAND")
final class ArchiveCommand extends CommandGroup {

    ArchiveCommand() {
        super("'watchword archive list' prints what has been captured.");
    }

    @Command(
            name = "list",
            description = "Print captures: time, status, media type, address, and the place where the record lies.",
            footer = "A page captured again with the same bytes is a 'warc/revisit'.")
    int list(
            @Mixin CommonOptions common,
            @Parameters(arity = "0..1", paramLabel = "URL", description = "only captures of this address") @Nullable
                    String url)
            throws IOException {
        ArchiveFolder archive = archive(common);
        PrintWriter out = spec.commandLine().getOut();
        if (url != null) {
            archive.find(url).forEach(capture -> out.println(line(capture)));
        } else {
            for (Path file : archive.files()) {
                archive.captures(file).forEach(capture -> out.println(line(capture)));
            }
        }
        out.flush();
        return 0;
    }

    private static String line(Capture capture) {
        return String.join(
                "\t",
                capture.at().toString(),
                capture.status() == 0 ? "-" : Integer.toString(capture.status()),
                capture.mime(),
                capture.url(),
                capture.file() + "@" + capture.offset());
    }

    @Command(
            name = "show",
            description = "Print one record.",
            footer = {
                "The record's headers go to stderr, its payload to stdout, decoded and byte for byte: pipe it to sha256sum.",
                "The payload of a revisit is that of the record it refers to."
            })
    int show(
            @Mixin CommonOptions common,
            @Parameters(
                            arity = "1",
                            paramLabel = "RECORD",
                            description =
                                    "FILE@OFFSET as 'list' prints it, a record id (urn:uuid:…), sha256:HEX of a payload, or an address")
                    String record,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description =
                                    "of an address: the capture nearest to this time (ISO 8601); default: the last one")
                    @Nullable
                    String at,
            @Option(names = "--block", description = "print the record's block as it was written, not the payload")
                    boolean block)
            throws IOException {
        ArchiveFolder archive = archive(common);
        Map.Entry<String, Long> place = place(archive, record, at);
        ArchivedRecord found = archive.read(place.getKey(), place.getValue());
        PrintWriter err = spec.commandLine().getErr();
        err.println(place.getKey() + "@" + place.getValue());
        found.headers().forEach((name, values) -> values.forEach(value -> err.println(name + ": " + value)));
        err.println("SHA-256 of the payload: " + ContentHash.sha256Hex(found.payload()) + ", held by "
                + found.payloadRecordId());
        err.flush();
        // Bytes, not characters: they are to be hashed.
        OutputStream out = System.out;
        out.write(block ? found.block() : found.payload());
        out.flush();
        return 0;
    }

    private Map.Entry<String, Long> place(ArchiveFolder archive, String record, @Nullable String at)
            throws IOException {
        int mark = record.lastIndexOf('@');
        if (mark > 0 && record.substring(mark + 1).matches("\\d{1,18}") && record.contains(".warc.gz@")) {
            return Map.entry(record.substring(0, mark), Long.valueOf(record.substring(mark + 1)));
        }
        Optional<Map.Entry<String, Long>> place = archive.locate(record);
        if (place.isEmpty()) {
            List<Capture> captures = archive.find(record);
            place = (at == null ? captures.stream().reduce((first, second) -> second) : archive.find(record, time(at)))
                    .map(capture -> Map.entry(capture.file(), capture.offset()));
        }
        return place.orElseThrow(() -> new LineException("No record of " + record + " in the archive."));
    }

    private Instant time(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "--at " + at + ": not a time such as 2031-05-06T12:00:00Z", e);
        }
    }

    @Command(
            name = "check",
            description = "Read every record, verify its digests, and compare the indexes with the files.",
            footer = "Ends with 1 when something is wrong, naming file and offset.")
    int check(@Mixin CommonOptions common) throws IOException {
        ArchiveFolder archive = archive(common);
        ArchiveCheck check = new ArchiveCheck(archive);
        PrintWriter out = spec.commandLine().getOut();
        long problems = 0;
        long records = 0;
        List<Path> files = archive.files();
        for (Path file : files) {
            ArchiveCheck.Result result = check.check(file);
            long here = result.records().values().stream().mapToLong(n -> n).sum();
            records += here;
            problems += result.problems().size();
            out.printf(
                    "%s: %d records, %d bytes %s%s%n",
                    result.file(),
                    here,
                    result.bytes(),
                    result.records(),
                    result.unfinished() == 0
                            ? ""
                            : ", " + result.unfinished() + " bytes of an unfinished record at the end");
            result.problems().forEach(problem -> out.println("  " + problem));
            out.flush();
        }
        out.printf("%d files, %d records, %d problems%n", files.size(), records, problems);
        out.flush();
        return problems == 0 ? 0 : 1;
    }

    @Command(
            name = "index",
            description = "Make the indexes (CDXJ, and ids with digests) again from the WARC files.",
            footer = "Needed only when they were lost or damaged.")
    int index(@Mixin CommonOptions common) throws IOException {
        ArchiveFolder archive = archive(common);
        List<Path> files = archive.files();
        for (Path file : files) {
            archive.reindex(file);
        }
        spec.commandLine().getOut().printf("%d indexes made%n", files.size());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static ArchiveFolder archive(CommonOptions common) {
        return new ArchiveFolder(common.data(common.load(Map.of())).resolve("archive"));
    }
}
