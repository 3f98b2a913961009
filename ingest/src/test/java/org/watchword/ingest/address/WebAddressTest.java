package org.watchword.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Vale.Example.ORG:443/a/../b#top, https://vale.example.org/b",
        "https://vale.example.org/a?b=2&a=1, https://vale.example.org/a?b=2&a=1",
        "https://vale.example.org//a?b=&&a#x, https://vale.example.org//a?b=&&a",
        "https://vale.example.org/a?q={x|y}&r=%7e, https://vale.example.org/a?q=%7Bx%7Cy%7D&r=%7e",
        "https://vale.example.org, https://vale.example.org/",
        "https://user:secret@vale.example.org/a, https://vale.example.org/a",
        "https://vale.example.org/caf\u00e9 x, https://vale.example.org/caf%C3%A9%20x",
        "https://b\u00fccher.example/, https://xn--bcher-kva.example/",
        "http://[2001:DB8:0:0::1]:80/a, http://[2001:db8::1]/a",
        "https://my_ministry.example.org/a, https://my_ministry.example.org/a",
    })
    void isWrittenInOneWay(String written, String expected) {
        assertThat(WebAddress.of(written)).map(WebAddress::url).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://vale.example.org/a?b=2&a=1, https://vale.example.org/a?a=1&b=2, true",
        "https://vale.example.org/a?b=&a=1&, https://vale.example.org/a?a=1&b, true",
        "https://vale.example.org//a/%7Eb, https://vale.example.org/a/~b, true",
        "http://[2001:db8::1]/a?b&a, http://[2001:DB8::1]:80/a?b&a, true",
        "https://vale.example.org/a?id=1&id=2, https://vale.example.org/a?id=2&id=1, false",
        "https://vale.example.org/a?z=1&id=1&id=2, https://vale.example.org/a?id=1&id=2&z=1, true",
        "https://vale.example.org/a?id=1, https://vale.example.org/a?ID=1, false",
        "https://vale.example.org/a?id=1, https://vale.example.org/a?id=1&id=1, false",
        "https://vale.example.org/a, https://vale.example.org/A, false",
    })
    void parametersInAnotherOrderNameTheSamePageButNotThoseOfOneName(String one, String other, boolean same) {
        String first = WebAddress.of(one).orElseThrow().identity();
        String second = WebAddress.of(other).orElseThrow().identity();

        assertThat(first.equals(second)).isEqualTo(same);
        assertThat(WebAddress.of(first)).as("its own").map(WebAddress::identity).contains(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mailto:a@b", "ftp://x.example/", "javascript:alert(1)", "/a", "http://"})
    void otherThingsAreNone(String written) {
        assertThat(WebAddress.of(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.vale.example.org/a, https://vale.example.org/b, https://vale.example.org/b",
        "https://m.vale.co.uk/a, https://www.vale.co.uk/a, https://www.vale.co.uk/a",
        "https://vale.co.uk/a, https://other.co.uk/a, https://vale.co.uk/a",
        "https://one.github.io/a, https://two.github.io/a, https://one.github.io/a",
        "https://vale.example.org/a, https://vale.example.org/, https://vale.example.org/a",
        "https://vale.example.org/a, /c, https://vale.example.org/c",
        "https://vale.example.org/a, 'data:text/html,x', https://vale.example.org/a",
        "http://127.0.0.1:8080/a, http://127.0.0.1:9090/b, http://127.0.0.1:8080/a",
    })
    void aCanonicalClaimCountsWithinOneSite(String page, String claim, String expected) {
        assertThat(WebAddress.of(page).orElseThrow().canonical(claim).url()).isEqualTo(expected);
    }

    @Test
    void anOddPortIsAnotherHost() {
        assertThat(WebAddress.of("http://vale.example.org:8080/a").orElseThrow().host())
                .isEqualTo("vale.example.org:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "?page=2, https://vale.example.org/news/list?page=2",
        "../b, https://vale.example.org/b",
        "'  /a b ', https://vale.example.org/a%20b",
        "//other.example.org/x, https://other.example.org/x",
        "\\a\\b, https://vale.example.org/a/b",
        "https:c, https://vale.example.org/news/c",
        "#top, https://vale.example.org/news/list",
    })
    void linksLeadWhereABrowserWouldGo(String link, String expected) {
        assertThat(WebAddress.of("https://vale.example.org/news/list")
                        .orElseThrow()
                        .resolve(link))
                .map(WebAddress::url)
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:..",
                "file:a",
                "mailto:a@b",
                "javascript:x",
                "data:text/html,x",
                "http://[::1",
                "http://[::%31]/",
                "http://a<b/"
            })
    void linksToOtherThingsLeadNowhere(String link) {
        assertThat(WebAddress.of("https://vale.example.org/news/list")
                        .orElseThrow()
                        .resolve(link))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://2130706433/a, 127.0.0.1",
        "http://0x7f.1/a, 127.0.0.1",
        "http://0177.0.0.1./a, 127.0.0.1",
        "http://192.168.257/a, 192.168.1.1",
    })
    void aNumberIsTheAddressABrowserTakesItFor(String written, String host) {
        assertThat(WebAddress.of(written)).map(WebAddress::host).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://256.0.0.1/",
                "http://1.2.3.4.5/",
                "http://4294967296/",
                "http://1.2.3.08/",
                "http://a.0x4/"
            })
    void aNumberThatIsNoAddressIsNone(String written) {
        assertThat(WebAddress.of(written)).isEmpty();
    }
}
