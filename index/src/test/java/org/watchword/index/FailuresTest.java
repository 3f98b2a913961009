package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final String STATUS =
            "method [POST], host [http://127.0.0.1:9200], URI [/_bulk], status line [HTTP/1.1 429 Too Many Requests]";

    @Test
    void anAnswerThatTheClientDoesNotUnderstandStillSaysWhy() {
        assertThat(Failures.inWords(answered(
                        "{\"error\":{\"type\":\"circuit_breaking_exception\",\"reason\":\"Data too large\"}}")))
                .isEqualTo(STATUS + ": circuit_breaking_exception: Data too large");
    }

    @Test
    void aLongReasonIsCutOff() {
        assertThat(Failures.inWords(
                        answered("{\"error\":{\"type\":\"wide\",\"reason\":\"" + "x".repeat(5_000) + "\"}}")))
                .endsWith("x…")
                .hasSizeLessThan(STATUS.length() + 500);
    }

    @Test
    void whatIsNoErrorOfTheServersLeavesTheStatus() {
        assertThat(Failures.inWords(answered("<html>a proxy's page</html>"))).isEqualTo(STATUS);
        assertThat(Failures.inWords(answered("{\"error\":{\"type\":"))).isEqualTo(STATUS);
        assertThat(Failures.inWords(answered("{\"error\":\"none\"}"))).isEqualTo(STATUS);
        assertThat(Failures.inWords(new IOException("Connection refused"))).isEqualTo("Connection refused");
        assertThat(Failures.inWords(new IOException())).isEqualTo("IOException");
    }

    private static IOException answered(String body) {
        return new IOException("the request failed", new IOException(STATUS + "\n" + body));
    }
}
