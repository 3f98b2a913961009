package org.watchword.app.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.model.ContentHash;

/** Archive files with a few pages in them: as the fetcher writes them, and as other programs do. */
final class FuzzArchive {

    private FuzzArchive() {}

    static byte[] bytes(Path site) throws IOException {
        Path folder = Files.createTempDirectory("watchword-fuzz-archive");
        try {
            try (Archive archive = Archive.open(folder, 1 << 20, InstantSource.fixed(Instant.EPOCH), "Watchword/test");
                    Stream<Path> pages = Files.list(site.resolve("news"))) {
                for (Path page : pages.sorted().limit(4).toList()) {
                    byte[] body = Files.readAllBytes(page);
                    archive.sync(archive.resource(
                            "https://courier.example/" + page.getFileName(),
                            Instant.EPOCH,
                            "text/html",
                            body,
                            ContentHash.sha256Hex(body)));
                }
            }
            return Files.readAllBytes(new ArchiveFolder(folder).files().get(0));
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path file :
                        left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Responses with the records that go with them, not compressed, so that what is changed is the records and not their packing. */
    static byte[] foreign(Path site) throws IOException {
        StringBuilder file = new StringBuilder(record("warcinfo", 0, "", "software: Another/1.0\r\n"));
        try (Stream<Path> pages = Files.list(site.resolve("news"))) {
            int number = 0;
            for (Path page : pages.sorted().limit(3).toList()) {
                number++;
                String target = "WARC-Target-URI: https://courier.example/" + page.getFileName() + "\r\n";
                file.append(record(
                        "response",
                        number,
                        target + "WARC-IP-Address: 192.0.2.1\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Files.readString(page)));
                String with = "WARC-Concurrent-To: <urn:uuid:00000000-0000-0000-0000-00000000000" + number + ">\r\n";
                file.append(record(
                        "request",
                        number + 3,
                        target + with,
                        "GET /" + page.getFileName() + " HTTP/1.1\r\nHost: courier.example\r\n\r\n"));
                file.append(record("metadata", number + 6, target + with, "via: https://courier.example/\r\n"));
            }
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String record(String type, int number, String headers, String block) {
        String content =
                switch (type) {
                    case "response", "request" -> "application/http; msgtype=" + type;
                    default -> "application/warc-fields";
                };
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000"
                + number + ">\r\nWARC-Date: 2023-02-03T04:05:06Z\r\nContent-Type: " + content + "\r\n" + headers
                + "Content-Length: " + block.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + block
                + "\r\n\r\n";
    }

    static byte[] packed(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(file);
        }
        return out.toByteArray();
    }
}
