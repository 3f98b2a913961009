package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.desk.access.AccessSettings;
import org.watchword.desk.access.ProxyHeader;
import org.watchword.desk.access.SignIn;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.account.Role;
import org.watchword.desk.account.TestingClock;
import org.watchword.desk.audit.AuditLog;
import org.watchword.desk.audit.Deed;

/** Who is let in, over real HTTP. */
class SignInTest {

    private static final String PASSWORD = "four quiet otters dive";

    private final TestingClock clock = new TestingClock();
    private final List<Deed> deeds = new ArrayList<>();
    private final Path file;
    private final Accounts accounts;
    private final TestingDesk desk;
    private final TestingVisitor visitor;

    SignInTest(@TempDir Path folder) {
        file = folder.resolve("accounts");
        accounts = new Accounts(file, clock);
        accounts.add("amal", Role.READER, Optional.of(PASSWORD.toCharArray()));
        accounts.add("ines", Role.ADMIN, Optional.of(PASSWORD.toCharArray()));
        desk = new TestingDesk(SampleIndex.create(), AccessSettings.of(Optional.of(accounts), deeds::add, clock));
        visitor = new TestingVisitor(desk.port());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void nobodySeesAnythingBeforeSigningIn() {
        HttpResponse<String> page = visitor.get("/?q=rats%20%26%20mice");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/sign-in?to=%2F%3Fq%3Drats%2520%2526%2520mice");
        for (String path : List.of("/statements/x", "/documents/x", "/timeline", "/edits", "/sources", "/status")) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(303);
        }
        for (String path : List.of("/api/statements", "/api/statements/x", "/api/status", "/api/account")) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(answer.body()).doesNotContain("hits");
        }
        assertThat(visitor.get("/health").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/assets/desk.css").statusCode()).isEqualTo(200);
        assertThat(deeds).isEmpty();
    }

    @Test
    void whoSignsInGoesOnToThePageUntilSigningOut() {
        HttpResponse<String> answer = visitor.signIn("amal", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/status");
        String session = visitor.cookies().get("watchword-session");

        HttpResponse<String> page = visitor.get("/status");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Sign out", "amal");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> out = visitor.post("/sign-out", Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(visitor.cookies()).isEmpty();
        visitor.cookies().put("watchword-session", session);
        assertThat(visitor.get("/status").statusCode()).as("the old cookie").isEqualTo(303);
        assertThat(deeds.stream().map(deed -> deed.who() + ' ' + deed.what()))
                .containsExactly("amal sign in", "amal sign out");
    }

    @Test
    void aSessionIsNewWithEverySignInAndItsFormsAreItsOwn() {
        visitor.cookies().put("watchword-session", "planted");
        visitor.signIn("amal", PASSWORD);
        String first = visitor.cookies().get("watchword-session");
        String visit = visitor.cookies().get("watchword-visit");
        assertThat(first).isNotEqualTo("planted").hasSizeGreaterThan(40);

        visitor.signIn("ines", PASSWORD);
        assertThat(visitor.cookies().get("watchword-session")).isNotEqualTo(first);
        assertThat(visitor.cookies().get("watchword-visit")).isNotEqualTo(visit);
        assertThat(visitor.post("/sign-out", Map.of()).statusCode())
                .as("with the form of before")
                .isEqualTo(403);
        visitor.get("/status");
        assertThat(visitor.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void cookiesAreKeptFromScriptsAndOtherSites() {
        HttpResponse<String> answer = visitor.signIn("amal", PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie")).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Expires", "Domain", "Secure"));
    }

    @Test
    void withTlsCookiesGoNoOtherWay() {
        AccessSettings https = with(Optional.empty(), Set.of(), true, 0);
        try (TestingDesk other = new TestingDesk(SampleIndex.create(), https)) {
            HttpResponse<String> page = new TestingVisitor(other.port()).get("/sign-in");
            assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("__Host-watchword-visit=")
                    .contains("Secure", "Path=/");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void aWrongNameAndAWrongPasswordAreToldAlike() {
        HttpResponse<String> wrongPassword = visitor.signIn("amal", "four quiet otters drive");
        String problem = "Name and password do not belong together.";
        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        assertThat(wrongPassword.body()).contains(problem);
        for (String name : List.of("nobody", "", "Амал", "x".repeat(500), "hunter2hunter2\n")) {
            HttpResponse<String> wrongName = visitor.signIn(name, PASSWORD);
            assertThat(wrongName.statusCode()).isEqualTo(401);
            assertThat(wrongName.body()).contains(problem);
            clock.pass(Duration.ofMinutes(20));
        }
        assertThat(visitor.cookies()).doesNotContainKey("watchword-session");
        assertThat(deeds.stream()
                        .filter(deed -> deed.what().equals("sign-in refused"))
                        .map(Deed::on))
                .as("what was typed is not taken down: it may be a password")
                .containsOnly("amal", "unknown account");
    }

    @Test
    void whoGuessesHasToWaitAndWhoSignedInFromThereBeforeHasNotForOthers() {
        visitor.signIn("ines", PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.signIn("amal", "guess number " + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = visitor.signIn("amal", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("Wait 1 s");
        clock.pass(Duration.ofSeconds(1));
        assertThat(visitor.signIn("amal", PASSWORD).statusCode()).isEqualTo(303);
        for (int i = 0; i < 6; i++) {
            visitor.signIn("amal", "guess number " + i);
        }
        assertThat(visitor.signIn("amal", PASSWORD).statusCode())
                .as("known at this address")
                .isEqualTo(303);
        for (int i = 0; i < 9; i++) {
            visitor.signIn("another" + i, "guess");
        }
        assertThat(visitor.signIn("ines", PASSWORD).statusCode())
                .as("the address")
                .isEqualTo(429);
        clock.pass(Duration.ofMinutes(15));
        assertThat(visitor.signIn("ines", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void whoIsTakenOutIsOutAtOnce() {
        visitor.signIn("amal", PASSWORD);
        assertThat(visitor.get("/status").statusCode()).isEqualTo(200);
        accounts.remove("amal");
        assertThat(visitor.get("/status").statusCode()).isEqualTo(303);
    }

    @Test
    void whenTheAccountsCannotBeReadNobodyIsLetIn() throws Exception {
        visitor.signIn("amal", PASSWORD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        HttpResponse<String> page = visitor.get("/status");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Nobody is let in").doesNotContain(file.toString());
        assertThat(visitor.get("/api/statements").statusCode()).isEqualTo(503);
        assertThat(visitor.get("/assets/desk.css").statusCode()).isEqualTo(503);
    }

    @Test
    void aSessionLeftAloneIsOver() {
        visitor.signIn("amal", PASSWORD);
        clock.pass(Duration.ofHours(2).plusSeconds(1));
        assertThat(visitor.get("/status").statusCode()).isEqualTo(303);
    }

    @Test
    void aTokenCallsTheApiAndNeedsNoForm() {
        String secret =
                accounts.addToken("ines", Role.READER, Duration.ofDays(1)).secret();

        HttpResponse<String> answer = visitor.get("/api/account", "Authorization", "Bearer " + secret);
        assertThat(answer.body()).contains("\"name\":\"ines\",\"role\":\"reader\"");
        assertThat(visitor.get("/api/statements", "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(200);
        for (String wrong : List.of(secret + "x", "watchword_x_y", "", "a b")) {
            HttpResponse<String> refused = visitor.get("/api/statements", "Authorization", "Bearer " + wrong);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("unknown or has expired").doesNotContain(secret);
        }
        clock.pass(Duration.ofDays(1));
        assertThat(visitor.get("/api/statements", "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aProxyIsBelievedOnlyWhereItIsKnown() {
        ProxyHeader header = new ProxyHeader("X-Forwarded-User", Optional.of(Role.READER));
        try (TestingDesk trusting = new TestingDesk(
                        SampleIndex.create(), with(Optional.of(header), Set.of("127.0.0.1"), false, 0));
                TestingDesk other = new TestingDesk(
                        SampleIndex.create(), with(Optional.of(header), Set.of("203.0.113.9"), false, 0))) {
            TestingVisitor proxied = new TestingVisitor(trusting.port());
            assertThat(proxied.get("/api/account", "X-Forwarded-User", "ines").body())
                    .as("with the role of the file")
                    .contains("\"role\":\"admin\"");
            assertThat(proxied.get("/api/account", "X-Forwarded-User", "guest@ngo.example")
                            .body())
                    .contains("\"role\":\"reader\"");
            for (String name : List.of("", "Some One", "a,b")) {
                assertThat(proxied.get("/api/account", "X-Forwarded-User", name).statusCode())
                        .isEqualTo(401);
            }
            assertThat(proxied.get("/api/account").statusCode()).isEqualTo(401);
            assertThat(new TestingVisitor(other.port())
                            .get("/api/account", "X-Forwarded-User", "ines")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theAddressInTheLogIsTheOneTheProxySawNotOneThatSomebodyWrote() {
        try (TestingDesk trusting =
                new TestingDesk(SampleIndex.create(), with(Optional.empty(), Set.of("127.0.0.1"), false, 0))) {
            new TestingVisitor(trusting.port()).signIn("amal", PASSWORD);
            TestingVisitor far = new TestingVisitor(trusting.port());
            far.get("/sign-in");
            far.post(
                    "/sign-in",
                    Map.of("name", "amal", "password", PASSWORD),
                    "X-Forwarded-For",
                    "10.0.0.1, <script>, 198.51.100.7");
        }
        assertThat(deeds.stream().filter(deed -> deed.what().equals("sign in")).map(Deed::from))
                .containsExactly("127.0.0.1", "198.51.100.7");
    }

    @Test
    void whatIsReadOfTheArchiveIsTakenDownBefore() {
        visitor.signIn("amal", PASSWORD);
        deeds.clear();
        String id = SampleIndex.rally().records().get(0).id();
        visitor.get("/statements/" + id);
        visitor.get("/api/documents/nothing?version=1");
        visitor.get("/statements/" + id + "/copy");
        visitor.get("/timeline?q=rats");
        visitor.get("/");

        assertThat(deeds.stream().map(deed -> deed.who() + ' ' + deed.via() + ' ' + deed.what() + ' ' + deed.on()))
                .containsExactly(
                        "amal session read statement /statements/" + id,
                        "amal session read document /api/documents/nothing?version=1",
                        "amal session read archived copy /statements/" + id + "/copy",
                        "amal session read timeline /timeline?q=rats");
    }

    @Test
    void whoMayOnlyReadDecidesNothing() {
        visitor.signIn("amal", PASSWORD);
        deeds.clear();
        String page = "/statements/" + SampleIndex.rally().records().get(0).id();

        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/review").statusCode()).isEqualTo(403);
        for (String path : List.of(page + "/review", "/api" + page + "/reviews")) {
            HttpResponse<String> refused = visitor.post(path, Map.of("verdict", "confirm", "basedOn", ""));
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).contains("needs the role reviewer", "amal is reader");
        }
        assertThat(deeds).extracting(Deed::what).containsExactly("read statement");
        assertThat(visitor.get(page).body()).doesNotContain("chip-review-confirmed");
    }

    @Test
    void whatCannotBeTakenDownIsNotDone() {
        AuditLog full = deed -> {
            throw new java.io.UncheckedIOException(new java.io.IOException("no space left"));
        };
        try (TestingDesk other =
                new TestingDesk(SampleIndex.create(), AccessSettings.of(Optional.empty(), full, clock))) {
            String id = SampleIndex.rally().records().get(0).id();
            HttpResponse<String> answer = other.get("/statements/" + id);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("audit log").doesNotContain("rats");
            assertThat(other.get("/status").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tooManyCallsAreToldWhenToComeBack() {
        String secret =
                accounts.addToken("ines", Role.READER, Duration.ofDays(1)).secret();
        try (TestingDesk limited = new TestingDesk(SampleIndex.create(), with(Optional.empty(), Set.of(), false, 3))) {
            TestingVisitor caller = new TestingVisitor(limited.port());
            for (int i = 0; i < 3; i++) {
                assertThat(caller.get("/api/statements", "Authorization", "Bearer " + secret)
                                .statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> answer = caller.get("/api/statements", "Authorization", "Bearer " + secret);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("20");
            assertThat(caller.get("/api/statements").statusCode())
                    .as("by address")
                    .isEqualTo(401);
            clock.pass(Duration.ofSeconds(20));
            assertThat(caller.get("/api/statements", "Authorization", "Bearer " + secret)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aLinkInAMailReachesThePageThroughOneOfTheDesk() {
        HttpResponse<String> page =
                visitor.get("/statements/x?y=%22%3E", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("http-equiv=\"refresh\" content=\"0\"", "href=\"/statements/x?y=%22%3E\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/x\r\nSet-Cookie: a=b",
                "",
                "evil",
                "/é",
                "/ /evil.example"
            })
    void nobodyIsSentElsewhereAfterSigningIn(String to) {
        assertThat(SignIn.onward(to)).isEqualTo("/");
        visitor.get("/sign-in");
        HttpResponse<String> answer = visitor.post("/sign-in", Map.of("name", "amal", "password", PASSWORD, "to", to));
        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(answer.headers().map()).doesNotContainKey("a");
    }

    @Test
    void whereOthersComeItIsAskedWhoTheyAre(@TempDir Path folder) throws Exception {
        DeskSettings open = new DeskSettings("0.0.0.0", 0, Set.of());
        var index = SampleIndex.create();
        try (DeskServer server = new DeskServer(open, TestingDesk.ports(index, List::of, List::of))) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(DeskStartException.class)
                    .hasMessageContaining("does not listen on 0.0.0.0 (desk.host)")
                    .hasMessageContaining("auth.accountsFile");
        }
        Accounts empty = new Accounts(folder.resolve("none"), clock);
        Files.createDirectories(folder);
        AccessSettings asks = AccessSettings.of(Optional.of(empty), AuditLog.NONE, clock);
        try (DeskServer server = new DeskServer(open, asks, TestingDesk.ports(index, List::of, List::of))) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(DeskStartException.class)
                    .hasMessageContaining("watchword users add NAME");
        }
    }

    private AccessSettings with(Optional<ProxyHeader> header, Set<String> proxies, boolean https, int perMinute) {
        return new AccessSettings(
                Optional.of(accounts),
                header,
                proxies,
                https,
                false,
                Duration.ofHours(2),
                Duration.ofHours(12),
                perMinute,
                deeds::add,
                clock);
    }
}
