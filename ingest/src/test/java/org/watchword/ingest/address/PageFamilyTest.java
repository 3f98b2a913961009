package org.watchword.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFamilyTest {

    @ParameterizedTest
    @CsvSource({
        "https://m.vale.example.org/a, https://www.vale.example.org/a, true",
        "https://amp.vale.example.org/a, http://vale.example.org/a/, true",
        "https://en.m.vale.example.org/a, https://en.vale.example.org/a, true",
        "https://vale.example.org/amp/news/a, https://vale.example.org/news/a, true",
        "https://vale.example.org/news/amp/a, https://vale.example.org/news/a, true",
        "https://vale.example.org/news/a/amp/, https://vale.example.org/news/a, true",
        "https://vale.example.org/m/news/a, https://vale.example.org/news/a, true",
        "https://vale.example.org/a.amp.html, https://vale.example.org/a.html, true",
        "https://vale.example.org/a.amp, https://vale.example.org/a, true",
        "https://vale.example.org/a?amp=1&id=2, https://vale.example.org/a?id=2, true",
        "https://vale.example.org/a?amp, https://vale.example.org/a, true",
        "https://vale.example.org/a?outputType=amp, https://vale.example.org/a, true",
        "https://www-vale-example-org.cdn.ampproject.org/c/s/www.vale.example.org/a/amp, https://vale.example.org/a, true",
        "https://vale.example.org/a, https://vale.example.org/b, false",
        "https://vale.example.org/a?id=1, https://vale.example.org/a?id=2, false",
        "https://vale.example.org/a?output=2, https://vale.example.org/a, false",
        "https://vale.example.org/news/m/a, https://vale.example.org/news/a, false",
        "https://north.example.org/a, https://south.example.org/a, false",
        "https://m.org/a, https://org/a, false",
        "https://vale.example.org/news/swamp, https://vale.example.org/news/sw, false",
    })
    void formsOfOnePageAreOneFamily(String one, String other, boolean same) {
        assertThat(PageFamily.of(one) == PageFamily.of(other)).isEqualTo(same);
    }
}
