package org.watchword.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDirectivesTest {

    private static PageDirectives headers(String... values) {
        return PageDirectives.of(List.of(values), List.of(), "Watchword");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noindex | true | false | false",
                "NoIndex , NOFOLLOW | true | true | false",
                "none | true | true | false",
                "noarchive | false | false | true",
                "nocache | false | false | true",
                "index, follow, max-image-preview:large, max-snippet:-1 | false | false | false",
                "max-snippet: 20, noarchive | false | false | true",
                "all | false | false | false",
                "noindexing | false | false | false",
                "watchword: noindex | true | false | false",
                "WATCHWORD : noindex, nofollow | true | true | false",
                "otherbot: noindex, nofollow | false | false | false",
                "*: noindex | true | false | false",
                "'' | false | false | false"
            })
    void isReadFromAHeader(String value, boolean noindex, boolean nofollow, boolean noarchive) {
        assertThat(headers(value)).isEqualTo(new PageDirectives(noindex, nofollow, noarchive, null));
    }

    @Test
    void allThatIsSaidToUsCountsTogether() {
        PageDirectives said = PageDirectives.of(
                List.of("otherbot: none", "noarchive"), List.of("noindex", "index, nofollow"), "watchword");
        assertThat(said).isEqualTo(new PageDirectives(true, true, true, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unavailable_after: 25 Jun 2026 15:00:00 GMT",
                "unavailable_after: 25 Jun 2026 08:00:00 PDT",
                "unavailable_after: Thu, 25 Jun 2026 15:00:00 GMT",
                "noarchive, unavailable_after: Thursday, 25-Jun-26 15:00:00 UTC, nofollow",
                "unavailable_after: 2026-06-25T15:00:00Z",
                "unavailable_after: 2026-06-25T18:00:00+03:00",
                "watchword: unavailable_after: 25 Jun 2026 15:00:00 +0000",
                "unavailable_after:25-Jun-2026 15:00:00 GMT"
            })
    void aDateIsReadInTheUsualForms(String value) {
        assertThat(headers(value).unavailableAfter()).isEqualTo(Instant.parse("2026-06-25T15:00:00Z"));
    }

    @Test
    void aDayIsItsStart() {
        assertThat(headers("unavailable_after: 2026-06-25").unavailableAfter())
                .isEqualTo(Instant.parse("2026-06-25T00:00:00Z"));
    }

    @Test
    void theEarlierDateCountsAndNonsenseDoesNot() {
        assertThat(headers("unavailable_after: 2026-06-25", "unavailable_after: 2026-06-24", "unavailable_after: soon")
                        .unavailableAfter())
                .isEqualTo(Instant.parse("2026-06-24T00:00:00Z"));
    }
}
