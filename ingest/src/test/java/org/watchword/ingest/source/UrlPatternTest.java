package org.watchword.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPatternTest {

    /** Each further x adds more ways to share them out than the one before, and no way leads to the y. */
    private static final String SLOW = "x*x*x*x*x*x*y";

    private static final String MADE_FOR_IT = "https://vale.example/" + "x".repeat(60);

    @ParameterizedTest
    @ValueSource(strings = {"/news/*.html", "https://vale.example/**", "regex:/news/[a-z]+\\.html$"})
    void whatIsMeantMatches(String pattern) {
        assertThat(UrlPattern.of(pattern).matches("https://vale.example/news/harbour.html"))
                .isTrue();
        assertThat(UrlPattern.of(pattern).matches("https://dale.example/sport/harbour.htm"))
                .isFalse();
    }

    @Test
    void anAddressMadeToBeSlowDoesNotMatchAndCostsLittle() {
        assertThat(UrlPattern.of("regex:" + SLOW).matches(MADE_FOR_IT)).isFalse();
        assertThat(UrlPattern.of("**x".repeat(12) + "y").matches(MADE_FOR_IT)).isFalse();
        assertThat(UrlPattern.of("regex:(a|b)*c").matches("https://vale.example/" + "ab".repeat(2_000)))
                .isFalse();
    }

    @Test
    void withoutTheBoundItWouldGoOn() {
        assertThatExceptionOfType(BoundedText.SpentException.class).isThrownBy(() -> Pattern.compile(SLOW)
                .matcher(new BoundedText(MADE_FOR_IT, 10_000_000))
                .find());
    }
}
