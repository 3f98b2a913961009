package org.watchword.ingest.collect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WACZ package (Web Archive Collection Zipped 1.1.1): a ZIP file with WARC files in {@code archive/} and a {@code datapackage.json} that
 * gives the digest of every file. Nothing is unpacked to disk, so names of entries can lead nowhere.
 *
 * <p>{@code datapackage-digest.json} is compared with what it is the digest of; a signature in it is not checked.
 */
public final class WaczPackage implements AutoCloseable {

    private static final String DESCRIPTION = "datapackage.json";
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_DESCRIPTION = 16 << 20;
    /** WARC files are gzip already; more than this is not compression but an attack. */
    private static final long MAX_RATIO = 200;

    private static final long RATIO_FLOOR = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path path;
    private final ZipFile zip;
    private final List<String> warcFiles = new ArrayList<>();

    private WaczPackage(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /**
     * Opens a package and reads every file in it against its digest.
     *
     * @throws IOException saying which file is wrong, and how
     */
    public static WaczPackage open(Path path) throws IOException {
        WaczPackage wacz = new WaczPackage(path, new ZipFile(path.toFile()));
        try {
            wacz.checkSizes();
            wacz.checkDigests();
            return wacz;
        } catch (IOException | RuntimeException e) {
            wacz.close();
            throw e;
        }
    }

    /** The WARC files in it, in the order of its description. */
    public List<String> warcFiles() {
        return warcFiles;
    }

    /** Overlapping entries would make a small file unpack to a huge one. */
    private void checkSizes() throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw new IOException(zip.size() + " files in one package, at most " + MAX_ENTRIES + " are taken");
        }
        long packed = 0;
        for (ZipEntry entry : list()) {
            packed += Math.max(0, entry.getCompressedSize());
        }
        if (packed > Files.size(path)) {
            throw new IOException("its entries overlap: " + packed + " bytes in a file of " + Files.size(path));
        }
    }

    private void checkDigests() throws IOException {
        byte[] description = small(DESCRIPTION);
        if (zip.getEntry("datapackage-digest.json") != null) {
            String wanted = json("datapackage-digest.json").path("hash").asString("");
            compare(DESCRIPTION, wanted, sha256().digest(description));
        }
        Set<String> described = new HashSet<>();
        for (JsonNode resource : parsed(DESCRIPTION, description).path("resources")) {
            String file = resource.path("path").asString("");
            if (zip.getEntry(file) == null) {
                throw new IOException(DESCRIPTION + " names " + file + ", which is not in the package");
            }
            String wanted = resource.path("hash").asString("");
            if (!wanted.isEmpty()) {
                compare(file, wanted, digest(file));
            }
            described.add(file);
            if (isWarc(file)) {
                if (wanted.isEmpty()) {
                    throw new IOException(DESCRIPTION + " gives no digest for " + file);
                }
                warcFiles.add(file);
            }
        }
        for (ZipEntry entry : list()) {
            if (isWarc(entry.getName()) && !described.contains(entry.getName())) {
                throw new IOException(entry.getName() + " is in the package and not in its " + DESCRIPTION);
            }
        }
        if (warcFiles.isEmpty()) {
            throw new IOException("no WARC file in archive/");
        }
    }

    private static boolean isWarc(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("archive/") && (lower.endsWith(".warc.gz") || lower.endsWith(".warc"));
    }

    private void compare(String file, String wanted, byte[] found) throws IOException {
        String hex = "sha256:" + HexFormat.of().formatHex(found);
        if (!wanted.toLowerCase(Locale.ROOT).startsWith("sha256:")) {
            throw new IOException("the digest of " + file + " is not SHA-256: '" + wanted + "'");
        }
        if (!wanted.toLowerCase(Locale.ROOT).equals(hex)) {
            throw new IOException(file + " was changed after it was packed: its digest is " + hex + ", not " + wanted);
        }
    }

    private byte[] digest(String file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = open(file)) {
            byte[] buffer = new byte[1 << 16];
            int n;
            while ((n = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode json(String file) throws IOException {
        return parsed(file, small(file));
    }

    private static JsonNode parsed(String file, byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private byte[] small(String file) throws IOException {
        if (zip.getEntry(file) == null) {
            throw new IOException("not a WACZ package: no " + file + " in it");
        }
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(MAX_DESCRIPTION + 1);
            if (bytes.length > MAX_DESCRIPTION) {
                throw new IOException(file + " has more than " + MAX_DESCRIPTION + " bytes");
            }
            return bytes;
        }
    }

    /**
     * A file of the package; reading fails where it unpacks to far more than it takes up.
     *
     * @throws IOException when there is none of this name
     */
    public InputStream open(String file) throws IOException {
        ZipEntry entry = zip.getEntry(file);
        if (entry == null) {
            throw new IOException("no " + file + " in the package");
        }
        long most = Math.max(RATIO_FLOOR, Math.max(0, entry.getCompressedSize()) * MAX_RATIO);
        return new FilterInputStream(zip.getInputStream(entry)) {
            private long count;

            @Override
            public int read() throws IOException {
                int b = in.read();
                counted(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int n = in.read(buffer, from, length);
                counted(Math.max(0, n));
                return n;
            }

            private void counted(int n) throws IOException {
                count += n;
                if (count > most) {
                    throw new IOException(file + " unpacks to more than " + MAX_RATIO + " times its size");
                }
            }
        };
    }

    private List<ZipEntry> list() {
        return zip.stream().map(ZipEntry.class::cast).toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
