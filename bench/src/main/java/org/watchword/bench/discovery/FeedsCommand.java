package org.watchword.bench.discovery;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.discover.FeedLinks;
import org.watchword.ingest.discover.Link;
import org.watchword.ingest.discover.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Share of feeds that are read, and whose first entry is what the suite expects. */
@Command(
        name = "feeds",
        description = {
            "Reads every feed below FOLDER and says which are refused and why.",
            "A file expect.tsv (file, expression in Python) gives what the first entry of a case holds: title, link and dates"
                    + " are compared, titles as plain text. Entries without a link, which lead nowhere and are left out otherwise, get"
                    + " one first. Headers that a case prescribes in its first comment are given."
        })
public final class FeedsCommand implements Callable<Integer> {

    private static final String SERVER = "http://127.0.0.1:8097/";
    private static final Pattern HEADER = Pattern.compile("(?im)^\\s*Header:\\s*([\\w-]+)\\s*:\\s*(.*?)\\s*$");

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> expected = expected();
        Map<String, Tally> read = new TreeMap<>();
        Map<String, Tally> equal = new TreeMap<>();
        for (Path file : CorpusFiles.in(folder)) {
            String name = CorpusFiles.name(folder, file);
            Tally tally = read.computeIfAbsent(name.substring(0, Math.max(0, name.indexOf('/'))), n -> new Tally());
            byte[] bytes = Files.readAllBytes(file);
            Map<String, String> headers = headers(bytes);
            Listing listing = null;
            try {
                String at = headers.getOrDefault("content-location", SERVER + name.substring(name.indexOf('/') + 1));
                listing = FeedLinks.read(bytes, headers.get("content-type"), at);
                tally.add(true);
            } catch (DiscoveryException e) {
                tally.add(false);
                out.printf("refused: %s: %s%n", name, e.getMessage());
            }
            List<FeedExpectation> wantedFields = FeedExpectation.in(expected.getOrDefault(name, ""));
            if (!wantedFields.isEmpty() && listing != null && listing.pages().isEmpty()) {
                listing = linked(bytes, headers.get("content-type"), SERVER);
            }
            for (FeedExpectation wanted : wantedFields) {
                String found = listing == null || listing.pages().isEmpty()
                        ? null
                        : field(listing.pages().get(0), wanted.field());
                boolean right = equal(wanted, found);
                equal.computeIfAbsent(wanted.field(), n -> new Tally()).add(right);
                if (!right) {
                    out.printf(
                            "differs: %s: %s%n  expected %s%n  found    %s%n",
                            name, wanted.field(), wanted.value(), found);
                }
            }
        }
        read.forEach((part, tally) -> out.printf("%-40s %s%n", "read, " + part, tally));
        equal.forEach((field, tally) -> out.printf("%-40s %s%n", "first entry's " + field, tally));
        return 0;
    }

    private static @Nullable Listing linked(byte[] bytes, @Nullable String contentType, String at) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("</entry>", "<link rel=\"alternate\" href=\"/entry\"/></entry>")
                .replace("</item>", "<link>/item</link></item>");
        try {
            return FeedLinks.read(text.getBytes(StandardCharsets.ISO_8859_1), contentType, at);
        } catch (DiscoveryException e) {
            return null;
        }
    }

    private Map<String, String> expected() throws IOException {
        Map<String, String> all = new HashMap<>();
        try (var files = Files.walk(folder, 2)) {
            for (Path file : files.filter(f -> f.endsWith("expect.tsv")).toList()) {
                String part = CorpusFiles.name(folder, Objects.requireNonNull(file.getParent()));
                Files.readString(file)
                        .lines()
                        .map(line -> line.split("\t", 2))
                        .filter(parts -> parts.length == 2)
                        .forEach(parts -> all.put(part + '/' + parts[0], parts[1]));
            }
        }
        return all;
    }

    private static Map<String, String> headers(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 2_000), StandardCharsets.ISO_8859_1);
        int end = start.indexOf("-->");
        Map<String, String> headers = new HashMap<>();
        Matcher header = HEADER.matcher(end < 0 ? "" : start.substring(0, end));
        while (header.find()) {
            headers.put(header.group(1).toLowerCase(java.util.Locale.ROOT), header.group(2));
        }
        return headers;
    }

    private static @Nullable String field(Link link, String field) {
        return switch (field) {
            case "title" -> link.title();
            case "link" -> link.url();
            case "published_parsed" ->
                link.publishedAt() == null ? null : link.publishedAt().toString();
            default -> link.changedAt() == null ? null : link.changedAt().toString();
        };
    }

    /** The suite keeps markup in titles; here they are plain text. */
    private static boolean equal(FeedExpectation wanted, @Nullable String found) {
        String plain = wanted.value()
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        return found != null && (found.equals(wanted.value()) || found.equals(plain.strip()));
    }
}
