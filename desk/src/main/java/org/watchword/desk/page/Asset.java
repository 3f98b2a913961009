package org.watchword.desk.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.model.ContentHash;

/** The few files a page refers to. Their addresses carry a digest, so that a browser may keep them for good. */
public enum Asset {
    STYLE("desk.css", "text/css; charset=utf-8"),
    SCRIPT("desk.js", "text/javascript; charset=utf-8"),
    ICON("icon.svg", "image/svg+xml");

    private final String file;
    private final String contentType;
    // Never handed out itself, and so as good as immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] bytes;

    private final String digest;

    Asset(String file, String contentType) {
        this.file = file;
        this.contentType = contentType;
        this.bytes = read(file);
        this.digest = ContentHash.sha256Hex(bytes).substring(0, 12);
    }

    public static Optional<Asset> named(String file) {
        return Arrays.stream(values()).filter(asset -> asset.file.equals(file)).findFirst();
    }

    public String href() {
        return "/assets/" + file + "?v=" + digest;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] read(String file) {
        try (InputStream in = Asset.class.getResourceAsStream("/org/watchword/desk/assets/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the desk was built without its " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the desk's " + file, e);
        }
    }
}
