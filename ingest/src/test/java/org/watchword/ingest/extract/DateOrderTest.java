package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateOrderTest {

    @ParameterizedTest
    @CsvSource({
        "en,    https://news.example.org/1,    en",
        "en-US, https://news.example.org/1,    en",
        "en-GB, https://news.example.org/1,    en-GB",
        "en-US, https://news.example.org.uk/1, en-GB",
        "en,    https://news.example.in,       en-GB",
        "fr-CA, https://news.example.uk/1,     fr",
        "en,    not an address,                en"
    })
    void tellsDayFirstEnglishByCountryAndRegion(String tag, String address, String expected) {
        assertThat(DateOrder.language(tag, List.of(address))).isEqualTo(expected);
    }
}
