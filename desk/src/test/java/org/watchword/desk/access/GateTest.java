package org.watchword.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forms, over real HTTP. The client sends what a browser would, and what a page elsewhere could make one send. */
class GateTest {

    private final List<String> done = new ArrayList<>();
    private final Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                new Gate(AccessSettings.local()).register(config.routes);
                Routes.read(
                        config.routes,
                        Needs.READER,
                        "/form",
                        ctx -> ctx.result(Visitor.of(ctx).formToken()));
                Routes.read(config.routes, Needs.READER, "/plain", ctx -> ctx.result("plain"));
                Routes.change(
                        config.routes,
                        Needs.REVIEWER,
                        "decide",
                        "/decide",
                        ctx -> done.add(Visitor.account(ctx).name() + ": " + ctx.formParam("what")));
                config.routes.exception(RefusedException.class, (e, ctx) -> ctx.status(e.status())
                        .result(e.reason()));
            })
            .start("127.0.0.1", 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aFormOfTheDeskIsTakenInTheNameOfItsVisitor() throws Exception {
        Form form = form();

        assertThat(send(form, "Origin", own(), "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
        assertThat(send(form).statusCode())
                .as("a browser without these headers")
                .isEqualTo(200);
        assertThat(done).containsExactly("local: confirm", "local: confirm");
    }

    @Test
    void aScriptMaySendTheValueAsAHeader() throws Exception {
        Form form = form();

        assertThat(send(new Form(form.cookie(), ""), Visitor.HEADER, form.token())
                        .statusCode())
                .isEqualTo(200);
        assertThat(done).hasSize(1);
    }

    @Test
    void aFormWithoutItsValueOrWithAnothersIsRefusedWithTheReason() throws Exception {
        Form mine = form();
        Form other = form();

        assertThat(mine.token()).isNotEqualTo(other.token());
        for (Form forged : List.of(
                new Form(mine.cookie(), ""),
                new Form(mine.cookie(), other.token()),
                new Form("", mine.token()),
                new Form("watchword-visit=", mine.token()),
                new Form(mine.cookie(), mine.token() + "x"))) {
            HttpResponse<String> answer = send(forged);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Nothing was changed", "reload the page");
        }
        assertThat(done).isEmpty();
    }

    @Test
    void aFormFromElsewhereIsRefusedEvenWithItsValue() throws Exception {
        Form form = form();

        for (String site : List.of("cross-site", "same-site", "none", "")) {
            assertThat(send(form, "Sec-Fetch-Site", site).statusCode()).as(site).isEqualTo(403);
        }
        for (String origin :
                List.of("http://evil.example", "null", own() + "1", own() + "@evil.example", "127.0.0.1")) {
            HttpResponse<String> answer = send(form, "Origin", origin);
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(answer.body()).contains("another origin");
        }
        assertThat(done).isEmpty();
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSitesAndComesOnlyWithAForm() throws Exception {
        assertThat(get("/form").headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(get("/plain").headers().firstValue("Set-Cookie")).isEmpty();
    }

    private record Form(String cookie, String token) {}

    private Form form() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/form");
        return new Form(page.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0], page.body());
    }

    private HttpResponse<String> send(Form form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/decide"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("what=confirm&" + Visitor.FIELD + "=" + form.token()));
        if (!form.cookie().isEmpty()) {
            request.header("Cookie", form.cookie());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(own() + path);
    }

    private String own() {
        return "http://127.0.0.1:" + server.port();
    }
}
