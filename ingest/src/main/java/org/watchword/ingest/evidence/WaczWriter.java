package org.watchword.ingest.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.watchword.model.ContentHash;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A WACZ file (Web Archive Collection Zipped 1.1.1) of files given one by one. Nothing in it is compressed a second time, and no clock is
 * asked: the same files give the same bytes.
 */
final class WaczWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** The first moment a ZIP file can name. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String DESCRIPTION = "datapackage.json";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final ObjectNode about = JSON.createObjectNode();

    WaczWriter(String title, String description, String software) {
        about.put("profile", "data-package");
        about.put("wacz_version", "1.1.1");
        about.put("title", title);
        about.put("description", description);
        about.put("software", software);
    }

    /** The page a viewer opens. @param ts time of its capture */
    void mainPage(String url, String ts) {
        about.put("mainPageUrl", url);
        about.put("mainPageDate", ts);
    }

    void add(String path, byte[] bytes) {
        files.put(path, bytes);
    }

    void add(String path, String text) {
        add(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lines that {@code sha256sum -c} understands, of what was added so far. */
    String sums() {
        StringBuilder sums = new StringBuilder();
        files.forEach((path, bytes) -> sums.append(ContentHash.sha256Hex(bytes))
                .append("  ")
                .append(path)
                .append('\n'));
        return sums.toString();
    }

    void write(OutputStream out) throws IOException {
        ArrayNode resources = about.putArray("resources");
        files.forEach((path, bytes) -> resources
                .addObject()
                .put("name", path.substring(path.lastIndexOf('/') + 1))
                .put("path", path)
                .put("hash", "sha256:" + ContentHash.sha256Hex(bytes))
                .put("bytes", bytes.length));
        byte[] description = JSON.writeValueAsBytes(about);
        byte[] digest = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("path", DESCRIPTION)
                .put("hash", "sha256:" + ContentHash.sha256Hex(description)));
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, DESCRIPTION, description);
            put(zip, "datapackage-digest.json", digest);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        }
    }

    private static void put(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
