package org.watchword.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.testing.RawServer;

/** Each limit is what stops the attack: the same answer is taken whole where the limit, and nothing else, is lifted. */
class LiftedLimitsTest {

    private static final FetchLimits STRICT = new FetchLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(700), 200_000, 2 << 20, 100, 5);

    private final RawServer server = new RawServer();

    @BeforeEach
    void attack() throws IOException {
        byte[] bomb = gzip(new byte[3 << 20]);
        byte[] ratio = gzip(new byte[3 << 19]);
        String drip = "HTTP/1.1 200 OK\r\n\r\n0123456789";
        server.on("/bomb", coded(bomb))
                .on("/ratio", coded(ratio))
                .on("/drip", RawServer.drip(drip))
                .html("/big", "x".repeat(300_000));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Fetched get(String path, FetchLimits limits) {
        try (HttpFetcher fetcher = new HttpFetcher(limits, "Watchword", InstantSource.system())) {
            return fetcher.get(server.url(path), Fetched.Validators.NONE, true);
        }
    }

    private void stopped(String path, String code, FetchLimits lifted, int bytes) {
        assertThat(get(path, STRICT)).isInstanceOfSatisfying(Fetched.Failed.class, failed -> assertThat(failed.code())
                .isEqualTo(code));
        assertThat(get(path, lifted)).isInstanceOfSatisfying(Fetched.Body.class, body -> assertThat(body.payload())
                .hasSize(bytes));
    }

    private static FetchLimits limits(Duration total, long maxBytes, long maxDecompressed, int ratio) {
        return new FetchLimits(
                STRICT.connectTimeout(), STRICT.readTimeout(), total, maxBytes, maxDecompressed, ratio, 5);
    }

    @Test
    void onBytesReceived() {
        stopped(
                "/big",
                "too-large",
                limits(STRICT.totalTimeout(), 400_000, STRICT.maxDecompressedBytes(), 100),
                300_000);
    }

    @Test
    void onBytesDecoded() {
        FetchLimits ratioOff =
                limits(STRICT.totalTimeout(), STRICT.maxBytes(), STRICT.maxDecompressedBytes(), 1_000_000);
        assertThat(get("/bomb", ratioOff)).isInstanceOf(Fetched.Failed.class);
        assertThat(get("/bomb", limits(STRICT.totalTimeout(), STRICT.maxBytes(), 8 << 20, 1_000_000)))
                .isInstanceOfSatisfying(
                        Fetched.Body.class, body -> assertThat(body.payload()).hasSize(3 << 20));
    }

    @Test
    void onTheRatioOfTheTwo() {
        stopped(
                "/ratio",
                "too-large",
                limits(STRICT.totalTimeout(), STRICT.maxBytes(), STRICT.maxDecompressedBytes(), 1_000_000),
                3 << 19);
    }

    @Test
    void onTheWholeTime() {
        stopped(
                "/drip",
                "too-slow",
                limits(Duration.ofSeconds(20), STRICT.maxBytes(), STRICT.maxDecompressedBytes(), 100),
                10);
    }

    private static RawServer.Answer coded(byte[] body) {
        return out -> {
            out.write(RawServer.latin(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + body.length + "\r\n\r\n"));
            out.write(body);
        };
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }
}
