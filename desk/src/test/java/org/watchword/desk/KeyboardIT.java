package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.watchword.model.review.Review;
import org.watchword.model.review.Verdict;

/** The whole way of an analyst with the keyboard alone: search, facet, statement, review, queue, speaker, saved search. */
class KeyboardIT extends DeskInBrowser {

    /** More presses than this to get somewhere is no way. */
    private static final int PATIENCE = 25;

    @Test
    void theWholeWayNeedsNoPointer() throws IOException {
        int earlier = reviews.log().size();
        page().size(1440, 1000);
        open("/");
        keys("/", "velmari", Keys.ENTER);
        address("q=velmari");

        keys("f");
        assertThat(focused("closest('.facet').id")).as("the first filter").isEqualTo("facet-category");
        tabTo("[href*='dehumanization.vermin']");
        keys(Keys.ENTER);
        address("category=dehumanization.vermin");
        await("p", "2 statements");

        keys("j", "j", Keys.ENTER);
        await("h2", "Why it is marked");
        assertThat(browser().findElement(By.cssSelector(".said")).getText()).contains("are rats that crawled");
        keys("r", "seen in the recording");
        keys(Keys.ESCAPE);
        keys("1");
        assertThat(focused("value")).isEqualTo("confirm");
        assertThat(reviews.log()).as("nobody decides by a slip").hasSize(earlier);
        page().shot("keyboard-review");
        keys(Keys.ENTER);
        page().await("the decision", () -> reviews.log().size() == earlier + 1);
        browser().findElement(By.cssSelector(".chip-review-confirmed"));

        keys(Keys.TAB);
        tabTo(".top nav a[href^='/review']");
        keys(Keys.ENTER);
        await("h1", "Review");
        keys("/");
        await("button", "Search");
        keys("/", "ferry", Keys.ENTER);
        address("q=ferry");
        tabTo(".tabs a[href='/?q=ferry']");
        keys(Keys.ENTER);
        page().await("all of them", () -> !Objects.requireNonNull(browser().getCurrentUrl())
                .contains("status="));
        keys("r");
        await("h1", "Review");
        keys("j", "1");
        page().await("a decision", () -> reviews.log().size() == earlier + 2);
        await(1);
        keys("2", "meant literally", Keys.ENTER);
        page().await("a rejection", () -> reviews.log().size() == earlier + 3);
        assertThat(reviews.log().subList(earlier, earlier + 3))
                .extracting(Review::verdict)
                .containsExactly(Verdict.CONFIRM, Verdict.CONFIRM, Verdict.REJECT);

        keys("/");
        await("button", "Search");
        keys("/", "velmari", Keys.ENTER);
        address("q=velmari");
        keys("j", "j", Keys.ENTER);
        await("h2", "Why it is marked");
        tabTo(".standing a");
        keys(Keys.ENTER);
        await("h1", "Marek Dravec");
        tabTo("article a[href*='status=flagged']");
        keys(Keys.ENTER);
        address("speaker=Marek+Dravec");
        tabTo(".save summary");
        keys(Keys.ENTER);
        tabTo("#save-name");
        keys("Dravec by keyboard", Keys.ENTER);
        await("h1", "Dravec by keyboard");
        assertThat(page().complaints()).isEmpty();
    }

    @Test
    void theTableOfAChartLeadsWhereItsBarsLead() {
        page().size(1440, 1000);
        open("/");
        tabTo(".top nav a[href='/speakers']");
        keys(Keys.ENTER);
        await("h1", "Speakers");
        tabTo("[href='/speakers/Anna%20Brisk']");
        keys(Keys.ENTER);
        await("h1", "Anna Brisk");
        tabTo("#chart-statements summary");
        keys(Keys.ENTER);
        tabTo("#chart-statements tbody a");
        keys(Keys.ENTER);
        address("speaker=Anna+Brisk&from=2030-01&to=2030-01");
    }

    /** Until the card of this number has the keyboard. */
    private void await(int card) {
        page().await("the next card", () -> browser()
                .findElements(By.cssSelector(".card"))
                .get(card)
                .equals(browser().switchTo().activeElement()));
    }

    private void tabTo(String selector) {
        for (int i = 0; i < PATIENCE; i++) {
            if (Boolean.TRUE.equals(
                    browser().executeScript("return document.activeElement.matches(arguments[0])", selector))) {
                return;
            }
            keys(Keys.TAB);
        }
        throw new AssertionError(selector + " is not reached by " + PATIENCE + " presses at "
                + browser().getCurrentUrl() + "; the keyboard is at " + focused("outerHTML"));
    }

    private String focused(String what) {
        return Objects.toString(browser().executeScript("return document.activeElement." + what));
    }

    private void address(String part) {
        page().await(part, () -> Objects.requireNonNull(browser().getCurrentUrl())
                .contains(part));
        page().await("the page", () -> "complete".equals(browser().executeScript("return document.readyState")));
    }

    private void keys(CharSequence... keys) {
        for (CharSequence key : keys) {
            browser().switchTo().activeElement().sendKeys(key);
        }
    }
}
