package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchCursorTest {

    @Test
    void aCursorSurvivesTheRoundTrip() {
        List<FieldValue> sort = List.of(FieldValue.of(1.5), FieldValue.of(1_790_000_000_000L), FieldValue.of("id 1"));

        List<FieldValue> back =
                SearchCursor.decode(SearchCursor.encode(sort), 3).sort();

        assertThat(back.get(0).doubleValue()).isEqualTo(1.5);
        assertThat(back.get(1).longValue()).isEqualTo(1_790_000_000_000L);
        assertThat(back.get(2).stringValue()).isEqualTo("id 1");
    }

    @Test
    void aCursorKeepsTheMomentOfItsPage() {
        List<FieldValue> sort = List.of(FieldValue.of(1L), FieldValue.of("x"));

        assertThat(SearchCursor.decode(new SearchCursor(sort, "a moment").encode(), 2)
                        .moment())
                .isEqualTo("a moment");
        assertThat(SearchCursor.decode(SearchCursor.encode(sort), 2).moment()).isNull();
    }

    @Test
    void whatIsNoCursorIsRefused() {
        assertThatExceptionOfType(QueryException.class).isThrownBy(() -> SearchCursor.decode("%%%", 2));
        assertThatExceptionOfType(QueryException.class).isThrownBy(() -> SearchCursor.decode("e30", 2));
        String two = SearchCursor.encode(List.of(FieldValue.of(1L), FieldValue.of("x")));
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> SearchCursor.decode(two, 3))
                .withMessageContaining("another order");
    }
}
