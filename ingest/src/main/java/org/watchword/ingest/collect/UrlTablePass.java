package org.watchword.ingest.collect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.discover.UrlTable;
import org.watchword.ingest.frontier.Hint;
import org.watchword.ingest.frontier.KnownList;
import org.watchword.ingest.source.Source;
import org.watchword.model.ContentHash;

/** Hands over the pages of a table on this machine; a line that is wrong is refused by file and line. */
final class UrlTablePass {

    private static final int PORTION = 1_000;

    private final Source.Urls source;
    private final ListSink sink;
    private final Set<String> seen = new HashSet<>();
    private List<ListSink.FoundPage> portion = new ArrayList<>();

    UrlTablePass(Source.Urls source, ListSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /** @throws DiscoveryException when the table cannot be read, or not to its end */
    void run() throws DiscoveryException {
        Path path = source.path();
        // A byte that is no UTF-8 spoils its own cell, which is then refused as an address.
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(InputFiles.opened(path), StandardCharsets.UTF_8))) {
            UrlTable.read(in, path.toString(), this::take);
        } catch (IOException e) {
            throw new DiscoveryException("unreadable-file", path + ": cannot be read: " + e.getMessage(), e);
        } finally {
            handOver();
        }
    }

    private void take(UrlTable.Row row) {
        String place = source.path() + ":" + row.line();
        Optional<WebAddress> address =
                WebAddress.of(row.link().url()).map(source.crawl().tracking()::strip);
        if (address.isEmpty()) {
            refuse(place, "bad-url", "no http or https address: '" + row.link().url() + "'");
        } else if (!seen.add(address.get().identity())) {
            refuse(place, "listed-twice", address.get().url() + " stands in an earlier line");
        } else if (!source.crawl().takes(address.get().identity())) {
            refuse(place, "left-out", address.get().url() + " is left out by include or exclude");
        } else {
            if (row.date() != null) {
                refuse(place, "bad-date", "the date is left out, the page is taken: '" + row.date() + "'");
            }
            Hint hint = new Hint(
                    row.link().publishedAt(), row.link().title(), row.speaker(), row.office(), row.language(), null);
            portion.add(new ListSink.FoundPage(address.get(), null, false, hint));
            if (portion.size() >= PORTION) {
                handOver();
            }
        }
    }

    private void handOver() {
        if (!portion.isEmpty()) {
            sink.read(portion, null);
            portion = new ArrayList<>();
        }
    }

    private void refuse(String place, String code, String reason) {
        sink.refused(place, new DiscoveryException(code, place + ": " + reason, null));
    }

    /** The table as it lies there and how it is read, remembered so that an unchanged one is not read again. */
    static KnownList version(Source.Urls source, Instant now) throws DiscoveryException {
        Path path = source.path();
        try {
            String how = Files.size(path)
                    + " " + Files.getLastModifiedTime(path).toMillis()
                    + source.crawl().include()
                    + source.crawl().exclude();
            return new KnownList(path.toString(), ContentHash.sha256Hex(how), null, null, null, now, true);
        } catch (IOException e) {
            throw new DiscoveryException("unreadable-file", path + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
