package org.watchword.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TerritoryTest {

    @Test
    void hostsOfARegistrableDomainAreInOnePart() {
        assertThat(Territory.partOf("news.vale.co.uk", 1000)).isEqualTo(Territory.partOf("vale.co.uk", 1000));
        assertThat(Territory.partOf("vale.co.uk:8443", 1000)).isEqualTo(Territory.partOf("vale.co.uk", 1000));
        assertThat(Territory.partOf("vale.co.uk", 1000)).isNotEqualTo(Territory.partOf("hill.co.uk", 1000));
        assertThat(Territory.partOf("127.0.0.1:1", 1000)).isEqualTo(Territory.partOf("127.0.0.1:2", 1000));
        assertThat(Territory.partOf("127.0.0.1", 1000)).isNotEqualTo(Territory.partOf("127.0.0.2", 1000));
        assertThat(Territory.partOf("[::1]:80", 1000)).isEqualTo(Territory.partOf("[::1]", 1000));
    }

    /** Another number on another machine or in a later version, and two would ask one host. */
    @Test
    void theNumberOfAPartIsTheSameEverywhere() {
        assertThat(Territory.partOf("vale.example", 16)).isEqualTo(VALE);
        assertThat(Territory.part(VALE, 16).holds("vale.example")).isTrue();
        assertThat(Territory.part((VALE + 1) % 16, 16).holds("vale.example")).isFalse();
    }

    /** SHA-256 of {@code vale.example} begins with a797983b. */
    private static final int VALE = 11;

    @Test
    void partsAreAboutEqual() {
        Map<Integer, Integer> sizes = new HashMap<>();
        IntStream.range(0, 16_000)
                .forEach(i -> sizes.merge(Territory.partOf("outlet" + i + ".example", 16), 1, Integer::sum));
        assertThat(sizes).hasSize(16).allSatisfy((part, size) -> assertThat(size)
                .isBetween(850, 1150));
    }
}
