package org.watchword.bench.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.discover.Link;
import org.watchword.ingest.discover.Listing;
import org.watchword.ingest.discover.SitemapLinks;
import org.watchword.model.ContentHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Share of sitemaps whose addresses and dates are those of a list checked by hand. */
@Command(
        name = "sitemaps",
        description = {
            "Reads the sitemaps of FOLDER and compares addresses and dates with a list checked by hand.",
            "A file that the list does not name is only read. Exit code 1 when one is refused or differs."
        })
public final class SitemapsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> expected = expected();
        Tally read = new Tally();
        Tally equal = new Tally();
        for (Path file : CorpusFiles.in(folder)) {
            String name = CorpusFiles.name(folder, file);
            try {
                String found = line(SitemapLinks.read(unpacked(file), "https://example.org/sitemap.xml"));
                read.add(true);
                String wanted = expected.get(name);
                if (wanted != null) {
                    equal.add(wanted.equals(found));
                    if (!wanted.equals(found)) {
                        out.printf("differs: %s%n  expected %s%n  found    %s%n", name, wanted, found);
                    }
                }
            } catch (DiscoveryException e) {
                read.add(false);
                out.printf("refused: %s: %s%n", name, e.getMessage());
            }
        }
        out.printf("%-40s %s%n", "read", read);
        out.printf("%-40s %s%n", "addresses and dates as expected", equal);
        return read.isPerfect() && equal.isPerfect() ? 0 : 1;
    }

    private static Map<String, String> expected() {
        Map<String, String> lines = new LinkedHashMap<>();
        try (InputStream in =
                Objects.requireNonNull(SitemapsCommand.class.getResourceAsStream("sitemaps.tsv"), "sitemaps.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(parts -> lines.put(parts[0], parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static byte[] unpacked(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean gzip = bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
        if (!gzip) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    /** As the lines of the list, without the file's name. */
    private static String line(Listing listing) {
        List<String> lines = new ArrayList<>(listing.pages().stream()
                .map(link -> link.url() + ' ' + seconds(link.changedAt()) + ' ' + seconds(link.publishedAt()))
                .sorted()
                .toList());
        listing.children().stream()
                .map(list -> list.url() + ' ' + seconds(list.changedAt()))
                .sorted()
                .forEach(lines::add);
        long changed = listing.pages().stream()
                .map(Link::changedAt)
                .filter(Objects::nonNull)
                .count();
        long published = listing.pages().stream()
                .map(Link::publishedAt)
                .filter(Objects::nonNull)
                .count();
        String digest = ContentHash.sha256Hex(String.join("\n", lines)).substring(0, 16);
        return String.join(
                "\t",
                String.valueOf(listing.pages().size()),
                String.valueOf(listing.children().size()),
                String.valueOf(changed),
                String.valueOf(published),
                digest);
    }

    private static String seconds(@Nullable Instant at) {
        return at == null ? "" : String.valueOf(at.getEpochSecond());
    }
}
