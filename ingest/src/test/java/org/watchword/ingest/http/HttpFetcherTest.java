package org.watchword.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.ingest.testing.RawServer;

/** What servers do to us, byte by byte, over real sockets. */
@Timeout(30)
class HttpFetcherTest {

    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(700), 200_000, 4 << 20, 100, 5);

    private final RawServer server = new RawServer();
    private final HttpFetcher fetcher = new HttpFetcher(
            LIMITS,
            "Watchword (+desk@example.org)",
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")),
            host -> {
                return switch (host) {
                    case "inside.example" -> new InetAddress[] {InetAddress.getByName("10.1.2.3")};
                    case "rebound.example" ->
                        new InetAddress[] {InetAddress.getByName("192.168.0.1"), InetAddress.getLoopbackAddress()};
                    case "nowhere.example" -> throw new UnknownHostException(host);
                    default -> InetAddress.getAllByName(host);
                };
            });

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
    }

    private Fetched get(String path) {
        return fetcher.get(server.url(path), Fetched.Validators.NONE, true);
    }

    private static String code(Fetched answer) {
        assertThat(answer).isInstanceOf(Fetched.Failed.class);
        Fetched.Failed failed = (Fetched.Failed) answer;
        assertThat(failed.reason()).isNotBlank();
        return failed.code();
    }

    /** The address counts, not the name, and it is looked at where the connection is made. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "rebound.example",
                "inside.example",
                "127.0.0.1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[2002:7f00:1::]",
                "[64:ff9b::7f00:1]",
                "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "[fe80::1]",
                "[fd00::1]"
            })
    void privateAddressesAreNotConnectedTo(String host) {
        server.html("/", "secret");

        Fetched answer = fetcher.get("http://" + host + ":" + server.port() + "/", Fetched.Validators.NONE, false);

        assertThat(code(answer)).isEqualTo("private-address");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void leaveForLoopbackReachesLoopbackOnly() {
        server.html("/", "page");
        assertThat(fetcher.get("http://rebound.example:" + server.port() + "/", Fetched.Validators.NONE, true))
                .as("the private one of its two addresses is left out")
                .isInstanceOf(Fetched.Body.class);
        assertThat(code(fetcher.get("http://inside.example/", Fetched.Validators.NONE, true)))
                .isEqualTo("private-address");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 22, 25, 110, 143, 465, 587, 2049, 5060, 6000, 6667, 10080})
    void portsOfOtherProtocolsAreNotTalkedTo(int port) {
        assertThat(code(fetcher.get("http://127.0.0.1:" + port + "/", Fetched.Validators.NONE, true)))
                .isEqualTo("blocked-port");
    }

    @Test
    void aNameThatIsNotThereMayComeBack() {
        Fetched answer = fetcher.get("http://nowhere.example/", Fetched.Validators.NONE, false);
        assertThat(code(answer)).isEqualTo("unreachable");
        assertThat(((Fetched.Failed) answer).retryable()).isTrue();
    }

    /** A byte now and then keeps a read from timing out: only the whole time stops it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX-Slow: 0123456789012345678901234567890123456789",
                "HTTP/1.1 200 OK\r\n\r\n0123456789012345678901234567890123456789",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n1\r\nc\r\n1\r\nd\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
            })
    void aServerThatDripsIsLeft(String bytes) {
        server.on("/", RawServer.drip(bytes));
        long start = System.nanoTime();
        assertThat(code(get("/"))).isEqualTo("too-slow");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void headersAreKeptAsTheyCameButForFoldingAndTheSpacesOfTheFirstLine() {
        server.on(
                "/odd",
                "HTTP/1.1 200  OK\r\nx-ODD:   three  spaces \r\nSet-Cookie: a=1\r\nCONTENT-type:text/html\r\nset-cookie: b=2\r\n"
                        + "X-Latin: caf\u00e9\r\nX-Empty:\r\nX-Folded: one,\r\n\ttwo\r\n\r\nbody");

        Fetched.Body body = (Fetched.Body) get("/odd");

        assertThat(new String(body.responseHead(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo(
                        "HTTP/1.1 200 OK\r\nx-ODD:   three  spaces \r\nSet-Cookie: a=1\r\nCONTENT-type:text/html\r\nset-cookie: b=2\r\n"
                                + "X-Latin: caf\u00e9\r\nX-Empty:\r\nX-Folded: one, two\r\n\r\n");
    }

    @Test
    void endlessThingsEnd() {
        server.on("/headers", RawServer.endless("HTTP/1.1 200 OK\r\n", "X-A: b\r\n"))
                .on("/line", RawServer.endless("HTTP/1.1 200 OK\r\nX-A: ", "b"))
                .on("/status", RawServer.endless("HTTP/1.1 200 ", "O"))
                .on("/folded", RawServer.endless("HTTP/1.1 200 OK\r\nX-A: b\r\n", " more\r\n"))
                .on("/body", RawServer.endless("HTTP/1.1 200 OK\r\n\r\n", "b"))
                .on(
                        "/chunks",
                        RawServer.endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "4\r\nwords\r\n"))
                .on("/extension", RawServer.endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;", "x"))
                .on(
                        "/trailers",
                        RawServer.endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "X-A: b\r\n"))
                .on("/early", RawServer.endless("", "HTTP/1.1 103 Early Hints\r\n\r\n"))
                .on("/garbage", RawServer.endless("", "garbage\r\n"))
                .on("/blank", RawServer.endless("", "\r\n"));

        assertThat(code(get("/headers"))).isEqualTo("bad-http");
        assertThat(code(get("/line"))).isEqualTo("bad-http");
        assertThat(code(get("/status"))).isEqualTo("bad-http");
        assertThat(code(get("/folded"))).isEqualTo("bad-http");
        assertThat(code(get("/body"))).isEqualTo("too-large");
        assertThat(code(get("/chunks"))).isEqualTo("bad-http");
        assertThat(code(get("/extension"))).isEqualTo("bad-http");
        assertThat(code(get("/trailers"))).isEqualTo("bad-http");
        assertThat(code(get("/early"))).isEqualTo("too-slow");
        assertThat(code(get("/garbage"))).isEqualTo("bad-http");
        assertThat(code(get("/blank"))).isEqualTo("bad-http");
    }

    @ParameterizedTest
    @CsvSource({
        "zz, bad-http",
        "-4, bad-http",
        "7fffffffffffffffffff, bad-http",
        "ffffffff, unreachable",
        "'', bad-http"
    })
    void aChunkSizeThatIsNoneIsNoBody(String size, String code) {
        server.on("/", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + size + "\r\nwords\r\n0\r\n\r\n");
        assertThat(code(get("/"))).isEqualTo(code);
    }

    @Test
    void aBodyThatBreaksOffIsNoPage() {
        server.on("/length", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
                .on("/chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf")
                .on("/none", out -> {});
        for (String path : new String[] {"/length", "/chunk", "/none"}) {
            Fetched answer = get(path);
            assertThat(code(answer)).as(path).isEqualTo("unreachable");
            assertThat(((Fetched.Failed) answer).retryable()).as(path).isTrue();
        }
    }

    /** The server closes without a word, as it may; the next request finds that out and is sent once more. */
    @Test
    void aKeptConnectionThatTheServerClosedIsNoFailure() {
        server.html("/", "words");
        for (int i = 0; i < 5; i++) {
            assertThat(get("/")).isInstanceOf(Fetched.Body.class);
        }
    }

    @Test
    void announcedSizesBeyondTheLimitAreNotRead() {
        server.on("/", RawServer.endless("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "b"));
        assertThat(code(get("/"))).isEqualTo("too-large");
    }

    @Test
    void bombsAreDisarmed() throws IOException {
        byte[] zeros = new byte[50 << 20];
        byte[] gzip = gzip(zeros);
        server.on("/gzip", coded("gzip", gzip))
                .on("/deflate", coded("deflate", deflate(zeros)))
                .on("/nested", coded("gzip, gzip", gzip(gzip)))
                .on("/matryoshka", coded("gzip, gzip, gzip", gzip(gzip(gzip))))
                .on("/ratio", coded("gzip", gzip(new byte[3 << 20])))
                .on("/brotli", coded("br", new byte[] {1, 2, 3}))
                .on("/lie", coded("gzip", "plain".getBytes(StandardCharsets.US_ASCII)))
                .on("/half", coded("gzip", java.util.Arrays.copyOf(gzip, 100)));

        assertThat(code(get("/gzip"))).isEqualTo("too-large");
        assertThat(code(get("/deflate"))).isEqualTo("too-large");
        assertThat(code(get("/nested"))).isEqualTo("too-large");
        assertThat(code(get("/matryoshka"))).isEqualTo("unsupported-encoding");
        assertThat(code(get("/ratio"))).isEqualTo("too-large");
        assertThat(code(get("/brotli"))).isEqualTo("unsupported-encoding");
        assertThat(code(get("/lie"))).isEqualTo("bad-encoding");
        assertThat(code(get("/half"))).isEqualTo("bad-encoding");
    }

    /** RFC 9110, 13.1: a validator is the server's own string, whatever it looks like. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"plain\"",
                "W/\"weak\"",
                "unquoted",
                "\"two words, and; more\"",
                "\"caf\u00E9 \u00C3\u00A9 \u00FF\"",
                "\"\"",
                "-1"
            })
    void validatorsGoBackAsTheyCame(String etag) {
        server.on("/", "HTTP/1.1 200 OK\r\nETag: " + etag + "\r\nLast-Modified: yesterday, I think\r\n\r\nwords");
        Fetched.Body body = (Fetched.Body) get("/");

        fetcher.get(server.url("/"), new Fetched.Validators(body.etag(), body.lastModified()), true);

        assertThat(server.requests.get(1))
                .contains("\r\nIf-None-Match: " + etag + "\r\n")
                .contains("\r\nIf-Modified-Since: yesterday, I think\r\n");
    }

    @Test
    void aValidatorCannotSmuggleALine() {
        fetcher.get(server.url("/"), new Fetched.Validators("\"a\r\nX-Evil: 1\"", null), true);
        assertThat(server.requests).allSatisfy(head -> assertThat(head).doesNotContain("\nX-Evil"));
    }

    @Test
    void whoAsksIsSaid() {
        get("/");
        assertThat(server.requests.get(0)).contains("\r\nUser-Agent: Watchword (+desk@example.org)\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | 120",
                "0 | 0",
                "Sun, 01 Mar 2026 12:05:00 GMT | 300",
                "Sun, 01 Mar 2026 11:00:00 GMT | 0",
                "Sunday, 01-Mar-26 12:05:00 GMT | 300",
                "Sun Mar  1 12:05:00 2026 | 300",
                "soon | ",
                "-5 | "
            })
    void retryAfterIsSecondsOrADate(String written, Long seconds) {
        server.on("/", "HTTP/1.1 503 Busy\r\nRetry-After: " + written + "\r\nContent-Length: 0\r\n\r\n");
        Fetched.Failed failed = (Fetched.Failed) get("/");
        assertThat(failed.retryable()).isTrue();
        assertThat(failed.retryAfter()).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void theStartOfALongFileIsReadThoughCompressed() throws IOException {
        byte[] file = "Disallow: /a\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        server.on("/plain", coded("identity", file)).on("/gzip", coded("gzip", gzip(file)));
        for (String path : new String[] {"/plain", "/gzip"}) {
            Fetched.Body body = (Fetched.Body) fetcher.getHead(server.url(path), true, 5000);
            assertThat(body.payload())
                    .as(path)
                    .hasSize(5000)
                    .startsWith("Disallow".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(server.requests.get(0)).contains("\r\nAccept-Encoding: identity\r\n");
    }

    private static RawServer.Answer coded(String coding, byte[] body) {
        return out -> {
            out.write(RawServer.latin("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " + coding
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
            out.write(body);
        };
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new DeflaterOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }
}
