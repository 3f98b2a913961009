package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.watchword.model.review.Review;
import org.watchword.model.review.Verdict;

/** A reviewer's hour in a real browser; skipped where there is no Chromium. */
class ReviewBrowserIT extends DeskInBrowser {

    @Test
    void theKeyboardAloneGoesThroughTheQueue() throws IOException {
        int earlier = reviews.log().size();
        page().size(1440, 1000);
        open("/review?source=halden-courier&size=20");
        List<WebElement> cards = browser().findElements(By.cssSelector(".card"));
        assertThat(cards).hasSize(20);
        page().shot("review-queue-wide");

        keys("j");
        assertThat(inHand()).isEqualTo(id(cards.get(0)));
        keys("j");
        assertThat(inHand()).isEqualTo(id(cards.get(1)));
        keys("k");
        assertThat(inHand()).isEqualTo(id(cards.get(0)));

        keys("1");
        await(() -> inHand().equals(id(cards.get(1))));
        keys("2");
        assertThat(browser().switchTo().activeElement().getDomAttribute("name")).isEqualTo("reason");
        assertThat(cards.get(1).getText()).contains("To reject needs a reason");
        keys("meant literally");
        keys(Keys.ENTER);
        await(() -> inHand().equals(id(cards.get(2))));
        keys("3");
        await(() -> inHand().equals(id(cards.get(3))));
        keys("4");
        await(() -> inHand().equals(id(cards.get(4))));

        assertThat(reviews.log().subList(earlier, reviews.log().size()))
                .extracting(Review::verdict)
                .containsExactly(Verdict.CONFIRM, Verdict.REJECT, Verdict.NEEDS_CONTEXT, Verdict.OUT_OF_SCOPE);
        assertThat(reviews.log().get(earlier + 1).reason()).isEqualTo("meant literally");
        assertThat(cards.get(0).getText()).contains("Confirm: saved.");
        page().shot("review-queue-decided");

        keys("k");
        keys("1");
        await(() -> reviews.log().size() == earlier + 5);
        assertThat(reviews.log().get(earlier + 4).basedOn())
                .as("a mind changed in the queue")
                .isEqualTo(reviews.log().get(earlier + 3).id());

        long begin = System.nanoTime();
        for (int i = 4; i < 20; i++) {
            String card = id(cards.get(i));
            await(() -> inHand().equals(card));
            int before = reviews.log().size();
            keys("1");
            await(() -> reviews.log().size() > before);
        }
        await(() -> browser().findElements(By.cssSelector(".card")).stream()
                .noneMatch(card -> reviews.log().stream().anyMatch(r -> id(card).equals("s-" + r.statementId()))));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(took).as("16 decisions; 300 an hour leave 12 s for each").isLessThan(Duration.ofSeconds(16 * 12));
        assertThat(page().complaints()).isEmpty();
    }

    @Test
    void theStatementPageTakesADecisionWithItsWorksheet() throws IOException {
        String id = SampleIndex.editorial().records().get(0).id();
        page().size(1440, 1000);
        open("/statements/" + id);
        browser().findElement(By.id("reason")).sendKeys("history as fact");
        browser().findElement(By.cssSelector(".worksheet summary")).click();
        browser().findElement(By.id("worksheet-intent")).sendKeys("the title asks for no answer");
        browser().executeScript("document.querySelector('#review').scrollIntoView()");
        page().shot("review-form");
        browser().findElement(By.cssSelector(".review .verdict-confirm")).click();
        await(() ->
                browser().findElements(By.cssSelector(".chip-review-confirmed")).size() > 0);
        assertThat(browser().getPageSource()).contains("the title asks for no answer");
        page().size(390, 844);
        browser().executeScript("document.querySelector('#review').scrollIntoView()");
        page().shot("review-form-narrow");
        reviews.index();
        page().size(1440, 1000);
        open("/reviews");
        page().shot("reviews-wide");
        page().dark(true);
        open("/review?status=flagged");
        page().shot("review-queue-dark");
        page().dark(false);
        page().size(390, 844);
        open("/review?status=flagged");
        page().shot("review-queue-narrow");
        assertThat(overflow()).isZero();
        open("/reviews");
        assertThat(overflow()).isZero();
        assertThat(page().complaints()).isEmpty();
    }

    private void await(BooleanSupplier condition) {
        page().await("the queue", condition);
    }

    private static String id(WebElement card) {
        return String.valueOf(card.getDomAttribute("id"));
    }

    /** Id of the card that has the keyboard. */
    private String inHand() {
        return String.valueOf(browser()
                .executeScript("const card = document.activeElement.closest('.card'); return card ? card.id : '';"));
    }

    private void keys(CharSequence... keys) {
        browser().switchTo().activeElement().sendKeys(keys);
    }
}
