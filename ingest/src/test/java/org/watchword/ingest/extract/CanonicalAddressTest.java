package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    https://news.example.org/a?b=1       | /a                            | https://news.example.org/a
                    https://news.example.org/a           | https://www.example.org/x#top | https://www.example.org/x
                    https://m.news.example.org/a         | //news.example.org/a          | https://news.example.org/a
                    https://copy.example.com/a           | https://news.example.org/a    | -
                    https://one.co.uk/a                  | https://two.co.uk/a           | -
                    https://news.example.org/a           | https://news.example.org/     | -
                    https://news.example.org/            | https://news.example.org/     | https://news.example.org/
                    http://127.0.0.1:8099/a              | https://news.example.org/a    | https://news.example.org/a
                    -                                    | https://news.example.org/a    | https://news.example.org/a
                    -                                    | /a                            | -
                    https://news.example.org/a           | javascript:alert(1)           | -
                    https://news.example.org/a           | http://[::1                   | -
                    """)
    void isBelievedOnTheSameSiteOnly(@Nullable String url, String href, @Nullable String expected) {
        String address = url == null ? "" : url;
        var html = Jsoup.parse("<head><link rel='canonical' href='" + href + "'></head>", address);
        assertThat(PageFacts.of(html, address, new Hints()).canonical()).isEqualTo(expected);
    }
}
