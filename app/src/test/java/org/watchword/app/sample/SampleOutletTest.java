package org.watchword.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.line.LineException;

class SampleOutletTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path sample;
    private final Path memory;

    SampleOutletTest(@TempDir Path folder) throws IOException {
        sample = folder.resolve("sample");
        memory = folder.resolve("memory");
        write("site/index.html", "<a href='@BASE@/speeches/'>Ö</a>");
        write("site/feed.xml", "<rss><link>@BASE@/a.html</link></rss>");
        write("site/robots.txt", "Sitemap: @BASE@/sitemap.xml");
        write("site/a.html", "first words");
        write("site/b.html", "other words");
        write("site/speeches/index.html", "list");
        write("edits/a.html", "edited words");
        Files.write(sample.resolve("site/latin1.html"), new byte[] {'@', 'B', 'A', 'S', 'E', '@', (byte) 0xE9});
    }

    @Test
    void pagesAreServedWithTheServersAddressAndTheirType() throws Exception {
        try (SampleOutlet outlet = SampleOutlet.start(sample, memory)) {
            HttpResponse<String> home = get(outlet, "/");
            assertThat(home.statusCode()).isEqualTo(200);
            assertThat(home.body()).isEqualTo("<a href='" + outlet.base() + "/speeches/'>Ö</a>");
            assertThat(type(home)).startsWith("text/html");
            assertThat(type(get(outlet, "/feed.xml"))).startsWith("application/rss+xml");
            assertThat(type(get(outlet, "/robots.txt"))).startsWith("text/plain");
            assertThat(get(outlet, "/speeches/").body()).isEqualTo("list");
            assertThat(get(outlet, "/none.html").statusCode()).isEqualTo(404);
            assertThat(get(outlet, "/..%2f..%2fedits/a.html").statusCode()).isIn(400, 404);
        }
    }

    @Test
    void bytesThatAreNoUtf8StayAsTheyAre() throws Exception {
        try (SampleOutlet outlet = SampleOutlet.start(sample, memory)) {
            byte[] body = CLIENT.send(request(outlet, "/latin1.html").build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            assertThat(new String(body, StandardCharsets.ISO_8859_1)).isEqualTo(outlet.base() + "é");
        }
    }

    @Test
    void aPageThatDidNotChangeIsNotSentAgain() throws Exception {
        try (SampleOutlet outlet = SampleOutlet.start(sample, memory)) {
            HttpResponse<String> first = get(outlet, "/a.html");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            String date = first.headers().firstValue("Last-Modified").orElseThrow();
            assertThat(conditional(outlet, "If-None-Match", tag)).isEqualTo(304);
            assertThat(conditional(outlet, "If-None-Match", "\"other\", " + tag))
                    .isEqualTo(304);
            assertThat(conditional(outlet, "If-None-Match", "\"other\"")).isEqualTo(200);
            assertThat(conditional(outlet, "If-Modified-Since", date)).isEqualTo(304);
            assertThat(conditional(outlet, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"))
                    .isEqualTo(200);
            assertThat(conditional(outlet, "If-Modified-Since", "yesterday")).isEqualTo(200);
        }
    }

    @Test
    void fromTheSecondStartOnOnlyTheEditedPageDiffersAndTheAddressIsTheSame() throws Exception {
        String base;
        String tagOfB;
        try (SampleOutlet outlet = SampleOutlet.start(sample, memory)) {
            base = outlet.base();
            tagOfB = get(outlet, "/b.html").headers().firstValue("ETag").orElseThrow();
            assertThat(get(outlet, "/a.html").body()).isEqualTo("first words");
        }
        try (SampleOutlet outlet = SampleOutlet.start(sample, memory)) {
            assertThat(outlet.base()).isEqualTo(base);
            assertThat(get(outlet, "/a.html").body()).isEqualTo("edited words");
            assertThat(get(outlet, "/b.html").headers().firstValue("ETag")).contains(tagOfB);
        }
    }

    @Test
    void aPortThatIsTakenOnALaterStartIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new OutletMemory(taken.getLocalPort(), 1).save(memory);
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> SampleOutlet.start(sample, memory))
                    .withMessageContaining("Port " + taken.getLocalPort());
        }
    }

    private static int conditional(SampleOutlet outlet, String header, String value) throws Exception {
        return CLIENT.send(
                        request(outlet, "/a.html").header(header, value).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<String> get(SampleOutlet outlet, String path) throws Exception {
        return CLIENT.send(request(outlet, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(SampleOutlet outlet, String path) {
        return HttpRequest.newBuilder(URI.create(outlet.base() + path));
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private void write(String path, String content) throws IOException {
        Path file = sample.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
