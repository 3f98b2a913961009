package org.watchword.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSizeTest {

    @ParameterizedTest
    @CsvSource({"0 B,0", "10 MiB,10485760", "10MiB,10485760", "1.5 KiB,1536", "1 kB,1000", "2 gb,2000000000"})
    void aNumberWithAUnitIsRead(String text, long bytes) {
        assertThat(DataSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "MiB", "-1 MiB", "1.0001 B", "99999999999 TiB", "1 XiB"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DataSize.parse(text));
    }

    @Test
    void itIsWrittenAsItIsRead() {
        assertThat(new DataSize(10L << 20)).hasToString("10 MiB");
        assertThat(new DataSize(1000)).hasToString("1000 B");
    }
}
