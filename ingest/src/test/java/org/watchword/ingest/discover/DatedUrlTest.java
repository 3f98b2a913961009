package org.watchword.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedUrlTest {

    private static final LocalDate FROM = LocalDate.parse("2023-12-30");
    private static final LocalDate TO = LocalDate.parse("2024-02-01");

    @Test
    void aTemplateIsFilledForEveryDayMonthOrYear() {
        assertThat(DatedUrl.fill("https://x.example/{yyyy}/{M}/{dd}", FROM, LocalDate.parse("2024-01-01")))
                .containsExactly(
                        "https://x.example/2024/1/01", "https://x.example/2023/12/31", "https://x.example/2023/12/30");
        assertThat(DatedUrl.fill("https://x.example/{yy}-{MM}", FROM, TO))
                .containsExactly("https://x.example/24-02", "https://x.example/24-01", "https://x.example/23-12");
        assertThat(DatedUrl.fill("https://x.example/{yyyy}", FROM, TO))
                .containsExactly("https://x.example/2024", "https://x.example/2023");
    }

    @Test
    void aWrongTemplateIsSaid() {
        assertThat(DatedUrl.problem("https://x.example/{yyyy}/{MM}")).isEmpty();
        assertThat(DatedUrl.problem("https://x.example/{mm}").orElseThrow())
                .contains("{mm}")
                .contains("{MM}");
        assertThat(DatedUrl.problem("https://x.example/{MM}").orElseThrow()).contains("year");
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.example/2024/05/17/a, 2024-05-17",
        "https://x.example/news/2024-05-17-a.html, 2024-05-17",
        "https://x.example/20240517/a, 2024-05-17",
        "https://x.example/2024/02/31/a,",
        "https://x.example/2024/05-17/a,",
        "https://x.example/2024/05/17/2023-01-01/a,",
        "https://x.example/id-12024051799,",
    })
    void aDayIsReadWhereItIsCertain(String url, @Nullable LocalDate day) {
        assertThat(DatedUrl.day(url).orElse(null)).isEqualTo(day);
    }
}
