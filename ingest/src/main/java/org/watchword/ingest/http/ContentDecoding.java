package org.watchword.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Removes HTTP content codings (RFC 9110, 8.4.1): gzip, deflate with or without zlib header, identity. */
public final class ContentDecoding {

    private static final int MAX_CODINGS = 2;
    /** Below this size a high ratio is only a page of blanks, not an attack. */
    private static final long RATIO_FLOOR = 1 << 20;

    private ContentDecoding() {}

    /**
     * @param codings the {@code Content-Encoding} header; null or empty for none
     * @param maxBytes most bytes after decoding
     * @param maxRatio most decoded bytes per received byte, looked at from 1 MiB on
     * @throws UndecodableException when a limit is passed or the bytes are not so coded
     */
    public static byte[] decode(byte[] received, @Nullable String codings, long maxBytes, int maxRatio)
            throws UndecodableException {
        List<String> applied = new ArrayList<>();
        for (String coding : (codings == null ? "" : codings).split(",", -1)) {
            String name = coding.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !"identity".equals(name)) {
                applied.add(name);
            }
        }
        if (applied.size() > MAX_CODINGS) {
            throw new UndecodableException("unsupported-encoding", applied.size() + " content codings on one body");
        }
        Collections.reverse(applied);
        byte[] bytes = received;
        for (String coding : applied) {
            bytes = remove(coding, bytes, maxBytes, maxRatio);
        }
        return bytes;
    }

    /**
     * The first bytes of a body that may itself be cut off.
     *
     * @param most bytes wanted
     * @throws UndecodableException when the bytes are not so coded from the start
     */
    static byte[] start(byte[] received, @Nullable String codings, int most) throws UndecodableException {
        String coding = codings == null ? "" : codings.strip().toLowerCase(Locale.ROOT);
        if (coding.isEmpty() || coding.equals("identity") || received.length == 0) {
            return received;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        try (InputStream in = opened(coding, received)) {
            byte[] buffer = new byte[1 << 13];
            int n;
            while (out.size() < most && (n = in.read(buffer, 0, Math.min(buffer.length, most - out.size()))) >= 0) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            if (out.size() == 0) {
                throw new UndecodableException("bad-encoding", "not " + coding + ": " + e.getMessage());
            }
        }
        return out.toByteArray();
    }

    private static byte[] remove(String coding, byte[] bytes, long maxBytes, int maxRatio) throws UndecodableException {
        if (bytes.length == 0) {
            return bytes;
        }
        try (InputStream in = opened(coding, bytes)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(bytes.length * 4, 1 << 20));
            byte[] buffer = new byte[1 << 14];
            int n;
            while ((n = in.read(buffer)) >= 0) {
                out.write(buffer, 0, n);
                if (out.size() > maxBytes) {
                    throw new UndecodableException("too-large", "more than " + maxBytes + " bytes after decoding");
                }
                if (out.size() > RATIO_FLOOR && out.size() / maxRatio > bytes.length) {
                    throw new UndecodableException(
                            "too-large",
                            "decodes to more than " + maxRatio + " times the " + bytes.length + " bytes received");
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UndecodableException("bad-encoding", "not " + coding + ": " + e.getMessage());
        }
    }

    private static InputStream opened(String coding, byte[] bytes) throws IOException, UndecodableException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" ->
                isZlib(bytes) ? new InflaterInputStream(in) : new InflaterInputStream(in, new Inflater(true));
            default -> throw new UndecodableException("unsupported-encoding", "content coding '" + coding + "'");
        };
    }

    /** RFC 1950: method 8 and a header checksum; some servers send the bare stream of RFC 1951 instead. */
    private static boolean isZlib(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & 0x0f) == 8 && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) % 31 == 0;
    }
}
