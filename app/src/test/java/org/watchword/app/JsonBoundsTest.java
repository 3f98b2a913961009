package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Bombs in JSON: records, feeds and packages are all read by mappers with these bounds. */
class JsonBoundsTest {

    @ParameterizedTest
    @ValueSource(strings = {"[", "1"})
    void depthAndLongNumbersAreRefusedAndWouldBeTakenWithoutTheBound(String part) {
        String json = part.equals("[") ? "[".repeat(100_000) + "]".repeat(100_000) : part.repeat(100_000);
        assertThatExceptionOfType(StreamConstraintsException.class)
                .isThrownBy(() -> JsonMapper.shared().readTree(json));
        JsonMapper unbounded = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(Integer.MAX_VALUE)
                                .maxNumberLength(Integer.MAX_VALUE)
                                .build())
                        .build())
                .build();
        assertThat(unbounded.readTree(json).isMissingNode()).isFalse();
    }
}
