package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCopyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='https://evil.example/'>x</a>",
                "<iframe src='https://evil.example/'></iframe>",
                "<p style='background:url(https://evil.example/)'>x</p>",
                "<style>@import 'https://evil.example/'</style>",
                "<link rel=stylesheet href='https://evil.example/'>",
                "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
                "<base href='https://evil.example/'>",
                "<form action='https://evil.example/'><input name=q autofocus onfocus=alert(1)><button>x</button></form>",
                "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
                "<video poster='https://evil.example/' src='https://evil.example/'></video>",
                "<object data='https://evil.example/'></object><embed src='https://evil.example/'>",
                "<template><script>alert(1)</script></template>",
                "<p onclick=alert(1) id=main class=x name=y>x</p>"
            })
    void nothingThatRunsLoadsOrLeadsElsewhereIsLeft(String hostile) {
        assertThat(html("<html><body><p>Before.</p>" + hostile + "<p>After.</p></body></html>", "text/html"))
                .contains("Before.")
                .doesNotContainIgnoringCase("alert(1)")
                .doesNotContainIgnoringCase("evil.example")
                .doesNotContainPattern(
                        "(?i)<(script|style|img|svg|iframe|link|meta|base|form|input|object|embed|video)")
                .doesNotContainPattern("(?i)\\s(on\\w+|href|src|style|id|class|name)=");
    }

    @Test
    void wordsAndTheirStructureStay() {
        assertThat(html(
                        "<h1>Title</h1><p dir=rtl lang=ar>سيفتح <em>الجسر</em></p><img src=x alt='the bridge'><ul><li>one</ul>",
                        "text/html"))
                .contains(
                        "<h1>Title</h1>",
                        "<p dir=\"rtl\" lang=\"ar\">",
                        "<em>الجسر</em>",
                        "[picture: the bridge]",
                        "<li>one");
    }

    @Test
    void theCharsetIsFoundAsOnCapture() {
        assertThat(html(
                        "<p>Совет обсудил дорогу</p>",
                        "text/html; charset=windows-1251",
                        Charset.forName("windows-1251")))
                .contains("Совет обсудил дорогу");
    }

    @Test
    void plainTextIsNoMarkup() {
        assertThat(html("<b>1 < 2</b>", "text/plain")).isEqualTo("<pre>&lt;b&gt;1 &lt; 2&lt;/b&gt;</pre>");
    }

    private static String html(String page, String type) {
        return html(page, type, StandardCharsets.UTF_8);
    }

    private static String html(String page, String type, Charset charset) {
        return SafeCopy.html(page.getBytes(charset), type, "https://courier.example/a");
    }
}
