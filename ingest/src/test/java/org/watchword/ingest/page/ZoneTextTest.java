package org.watchword.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneTextTest {

    @ParameterizedTest
    @CsvSource({
        "Z, Z",
        "gmt, Z",
        "MEZ, +01:00",
        "MESZ, +02:00",
        "est, -05:00",
        "GMT+3, +03:00",
        "UTC -0530, -05:30",
        "+300, +03:00",
        "\u22125:30, -05:30",
        "+18:00, +18:00"
    })
    void readsNamesAndOffsets(String written, String offset) {
        assertThat(ZoneText.offset(written)).contains(ZoneOffset.of(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IST", "+18:01", "+5:75", "+123456", "noon"})
    void anythingElseIsNoZone(String written) {
        assertThat(ZoneText.offset(written)).isEmpty();
    }
}
