package org.watchword.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LettersTest {

    @Test
    void whatCopiesHaveInCommonIsKept() {
        assertThat(Letters.of("The “Mayor”, 3 Émigrés – ПРАВДА…")).isEqualTo("themayor3émigrésправда");
    }

    /** A string made small as a whole looks for a word's end at every one of them. */
    @Test
    @Timeout(5)
    void capitalSigmasCostWhatOtherLettersCost() {
        assertThat(Letters.of("\u03A3".repeat(200_000))).hasSize(200_000).startsWith("\u03C3");
    }
}
