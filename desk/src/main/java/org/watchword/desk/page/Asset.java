package org.watchword.desk.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.watchword.model.ContentHash;

/** The few files a page refers to. Their addresses carry a digest, so that a browser may keep them for good. */
public enum Asset {
    STYLE("desk.css", "text/css; charset=utf-8"),
    SCRIPT("desk.js", Asset.JAVASCRIPT),
    CHARTS("charts.js", Asset.JAVASCRIPT),
    /** Chart.js, out of its own jar. */
    CHART_LIBRARY(
            "chart.umd.min.js", Asset.JAVASCRIPT, "/META-INF/resources/webjars/chart.js/" + chartVersion() + "/dist/"),
    ICON("icon.svg", "image/svg+xml");

    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";

    private final String file;
    private final String contentType;
    // Never handed out itself, and so as good as immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] bytes;

    private final String digest;

    Asset(String file, String contentType) {
        this(file, contentType, "/org/watchword/desk/assets/");
    }

    Asset(String file, String contentType, String folder) {
        this.file = file;
        this.contentType = contentType;
        this.bytes = read(folder + file);
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

    /** The jar's folders carry its version, which the build has chosen. */
    private static String chartVersion() {
        Properties jar = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/chart.js/pom.properties")) {
            jar.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the version of Chart.js", e);
        }
        return jar.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the desk's " + resource, e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Asset.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the desk was built without its " + resource);
        }
        return in;
    }
}
