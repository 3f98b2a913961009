package org.watchword.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalClaimTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # a page's own address, its forms and its twins
            /news/story,                /news/story,                true
            /news/story?ref=1,          /news/story,                true
            /news/story/amp,            /news/story,                true
            /news/story/amp/,           /news/story/,               true
            /news/story/index.html,     /news/story/,               true
            /news/story/print,          /news/story,                true
            /amp/news/story,            /news/story,                true
            /2031/05/story,             /news/story-2031,           true
            /?p=123,                    /2031/05/story,             true
            /,                          /,                          true
            /news/story,                /?p=123,                    true
            /errors-in-the-count,       /news/errors-in-the-count,  true
            /story,                     /news/404-houses-burned,    true
            # the home page, the section, errors, and templates nobody filled
            /news/story,                /,                          false
            /news/story,                '',                         false
            /news/2031/story,           /news/,                     false
            /news/2031/story,           /news,                      false
            /news/story/2,              /news/story,                false
            /news/story,                /404,                       false
            /news/story,                /en/error.html,             false
            /news/story,                /page-not-found/,           false
            /news/story,                /news/undefined,            false
            /news/story,                /news/{{slug}},             false
            /news/story,                /news/%7B%7Bslug%7D%7D,     false
            """)
    void isPlausibleWhereItCanBeThePagesOwn(String page, String claimed, boolean plausible) {
        String site = "https://vale.example.org";
        assertThat(CanonicalClaim.isPlausible(site + page, site + claimed)).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www-vale-example-org.cdn.ampproject.org/c/s/www.vale.example.org/a/amp, www.vale.example.org",
        "https://www-vale-example-org.cdn.ampproject.org/v/www.vale.example.org/a, www.vale.example.org",
        "https://vale.example.org/c/s/www.other.example.org/a, ",
        "http://cdn.ampproject.org.vale.example.org/c/s/www.other.example.org/a, ",
    })
    void anAmpCacheNamesTheHostItServes(String page, String host) {
        assertThat(CanonicalClaim.cachedHost(page)).isEqualTo(host);
    }
}
