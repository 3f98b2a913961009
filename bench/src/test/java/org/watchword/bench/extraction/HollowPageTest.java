package org.watchword.bench.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HollowPageTest {

    @Test
    void losesItsArticleAndKeepsTheRest() {
        String first = "The ferry will run at night until the bridge at Lower Kessim is open again.";
        String second = "Oste pays a third of the fuel, and its mayor wants to know what for.";
        String page =
                "<html><head><meta name=description content='The ferry will run'></head><body><nav>Valley</nav><p>"
                        + first
                        + "</p><div><p>Oste pays a <em>third</em> of the fuel, and its mayor wants to know what for.</p></div>"
                        + "<footer>The daily newspaper of the valley, printed since 1911.</footer></body></html>";

        String hollow = new String(
                HollowPage.of(page.getBytes(StandardCharsets.UTF_8), first + "\n\n" + second), StandardCharsets.UTF_8);

        assertThat(hollow).contains("Valley", "printed since 1911").doesNotContain("ferry", "its mayor");
    }
}
