package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.watchword.desk.access.AccessSettings;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.account.Role;
import org.watchword.desk.audit.Deed;

/** Signing in and out in a real browser, which sends Origin, Sec-Fetch-Site and cookies as browsers do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInBrowserIT {

    private static final String PASSWORD = "four quiet otters dive";

    private final List<Deed> deeds = new ArrayList<>();
    private @Nullable TestingDesk desk;
    private @Nullable TestingBrowser started;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Accounts accounts = new Accounts(folder.resolve("accounts"), InstantSource.system());
        accounts.add("amal", Role.READER, Optional.of(PASSWORD.toCharArray()));
        accounts.add("ines", Role.ADMIN, Optional.of(PASSWORD.toCharArray()));
        desk = new TestingDesk(
                SampleIndex.create(), AccessSettings.of(Optional.of(accounts), deeds::add, InstantSource.system()));
        started = TestingBrowser.start();
    }

    @AfterAll
    void stop() {
        if (started != null) {
            started.close();
        }
        if (desk != null) {
            desk.close();
        }
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        open("/sign-in");
        browser().driver().manage().deleteAllCookies();
    }

    @Test
    void anAnalystSignsInReadsAndSignsOut() throws IOException {
        open("/?q=rats");
        assertThat(address()).endsWith("/sign-in?to=%2F%3Fq%3Drats");
        browser().size(1440, 900);
        browser().shot("sign-in");
        signIn("amal", "four quiet otters drive");
        await("[role=alert]", "Name and password do not belong together.");
        signIn("amal", PASSWORD);
        await(".total", "2 statements");
        assertThat(address()).endsWith("/?q=rats");
        assertThat(text(".who")).contains("amal");
        browser().shot("signed-in");
        assertThat(browser().driver().executeScript("return document.cookie")).isEqualTo("");
        browser().driver().findElement(By.cssSelector(".hit .words a")).click();
        await("h2", "Why it is marked");

        browser().driver().findElement(By.cssSelector(".who button")).click();
        await("h1", "Sign in");
        open("/?q=rats");
        assertThat(address()).contains("/sign-in");
        browser().driver().navigate().back();
        browser().driver().navigate().back();
        assertThat(browser().driver().getPageSource())
                .as("nothing is left for whoever sits down next")
                .doesNotContain("crawled");
        assertThat(deeds.stream().map(deed -> deed.who() + ' ' + deed.what()))
                .contains("amal sign in", "amal read statement", "amal sign out");
    }

    @Test
    void aLinkFromElsewhereOpensThePageForWhoIsSignedIn() {
        open("/sign-in");
        signIn("ines", PASSWORD);
        await("h1", "Search statements");
        String page = desk().uri("/status").toString().replace("127.0.0.1", "localhost");
        browser().driver().get("data:text/html,<a href='" + page + "'>from a mail</a>");
        browser().driver().findElement(By.tagName("a")).click();
        await("h1", "Status");
        assertThat(address()).endsWith("/status");
    }

    private void signIn(String name, String password) {
        var field = browser().driver().findElement(By.id("name"));
        field.clear();
        field.sendKeys(name);
        browser().driver().findElement(By.id("password")).sendKeys(password, Keys.ENTER);
    }

    /** Until then the elements found are those of the page before. */
    private void await(String selector, String words) {
        browser().await(words, () -> browser().driver().findElements(By.cssSelector(selector)).stream()
                .anyMatch(element ->
                        String.valueOf(element.getDomProperty("textContent")).contains(words)));
    }

    private String text(String selector) {
        return browser().driver().findElement(By.cssSelector(selector)).getText();
    }

    private void open(String path) {
        browser().driver().get("http://localhost:" + desk().port() + path);
    }

    private String address() {
        return String.valueOf(browser().driver().getCurrentUrl());
    }

    private TestingBrowser browser() {
        return Objects.requireNonNull(started);
    }

    private TestingDesk desk() {
        return Objects.requireNonNull(desk);
    }
}
