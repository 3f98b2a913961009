package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private final TestingDesk desk = new TestingDesk(SampleIndex.create());

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/statements", "/status", "/nothing", "/assets/desk.css", "/?size=x", "/health"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        var headers = desk.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
    void itsOwnNamesAreLetIn(String name) throws IOException {
        assertThat(raw("GET /health HTTP/1.1\r\nHost: " + name + ':' + desk.port() + "\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:80@localhost"})
    void anotherNameIsTurnedAway(String name) throws IOException {
        assertThat(raw("GET /api/statements HTTP/1.1\r\nHost: " + name + "\r\n"))
                .containsPattern("^HTTP/1.1 4(21|00)")
                .contains("Content-Security-Policy")
                .doesNotContain("\"hits\"");
    }

    @Test
    void anAddressThatCannotBeDecodedIsRefusedWithoutATrace() throws IOException {
        String answer = raw("GET /api/statements?q=%zz HTTP/1.1\r\nHost: localhost\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception")
                .doesNotContain("Jetty");
    }

    @Test
    void anAddressSaysWhichMethodsItHas() {
        HttpResponse<String> post = desk.send("POST", "/api/statements");

        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(methods(post)).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
        assertThat(post.body()).contains("not to POST");
        assertThat(desk.send("DELETE", "/").statusCode()).isEqualTo(405);
        assertThat(desk.send("BREW", "/").statusCode()).isEqualTo(405);
        HttpResponse<String> options = desk.send("OPTIONS", "/");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(methods(options)).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
        assertThat(desk.send("POST", "/nowhere").statusCode()).isEqualTo(404);
        assertThat(desk.send("OPTIONS", "/nowhere").statusCode()).isEqualTo(404);
    }

    private static java.util.List<String> methods(HttpResponse<String> answer) {
        return java.util.List.of(answer.headers().firstValue("Allow").orElse("").split(", *"));
    }

    @Test
    void whatIsTooLongIsRefused() {
        TestingVisitor visitor = new TestingVisitor(desk.port());
        HttpResponse<String> address = visitor.get("/?q=" + "x".repeat(16 * 1024));
        assertThat(address.statusCode()).isEqualTo(414);
        assertThat(visitor.get("/?q=" + "x".repeat(40 * 1024)).statusCode()).isBetween(414, 431);
        HttpResponse<String> body = visitor.post("/sign-in", java.util.Map.of("name", "x".repeat(2 * 1024 * 1024)));
        assertThat(body.statusCode()).isEqualTo(413);
        assertThat(body.body()).contains("too much at once");
    }

    @Test
    void headAnswersAsGetDoesWithoutABody() {
        HttpResponse<String> head = desk.send("HEAD", "/api/statements");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    void aTakenPortIsNamedInOneSentence() {
        try (DeskServer second = new DeskServer(
                DeskSettings.onPort(desk.port()), TestingDesk.ports(SampleIndex.create(), List::of, List::of))) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(DeskStartException.class)
                    .hasMessageStartingWith("Port " + desk.port() + " on 127.0.0.1 is already in use");
        }
    }

    private String raw(String requestLines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", desk.port())) {
            socket.getOutputStream()
                    .write((requestLines + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
