package org.watchword.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestKeyTest {

    private static final List<String> KNOWN = List.of("userAgent", "maxBytes", "delay");

    @Test
    void suggestsTheClosestKey() {
        assertThat(NearestKey.of("useragnet", KNOWN)).contains("userAgent");
        assertThat(NearestKey.unknown("maxByte", KNOWN)).isEqualTo("unknown key 'maxByte'; did you mean 'maxBytes'?");
    }

    @Test
    void listsTheKnownKeysWhenNoneIsClose() {
        assertThat(NearestKey.of("colour", KNOWN)).isEmpty();
        assertThat(NearestKey.unknown("colour", KNOWN))
                .isEqualTo("unknown key 'colour'; known keys: delay, maxBytes, userAgent");
    }
}
