package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersianCalendarTest {

    /** First days of spring, as almanacs give them; 1399 and 1403 were leap years. */
    @ParameterizedTest
    @CsvSource({
        "1357, 11, 22, 1979-02-11",
        "1375, 1, 1, 1996-03-20",
        "1399, 1, 1, 2020-03-20",
        "1399, 12, 30, 2021-03-20",
        "1400, 1, 1, 2021-03-21",
        "1403, 12, 30, 2025-03-20",
        "1404, 1, 1, 2025-03-21",
        "1404, 7, 1, 2025-09-23"
    })
    void givesTheGregorianDay(int year, int month, int day, LocalDate expected) {
        assertThat(PersianCalendar.day(year, month, day)).isEqualTo(expected);
    }

    @Test
    void hasNoThirtiethOfEsfandInACommonYear() {
        assertThat(PersianCalendar.day(1400, 12, 30)).isNull();
        assertThat(PersianCalendar.day(1400, 7, 31)).isNull();
        assertThat(PersianCalendar.day(1600, 1, 1)).isNull();
    }

    @Test
    void everyDayFollowsTheOneBefore() {
        LocalDate expected = Objects.requireNonNull(PersianCalendar.day(1370, 1, 1));
        for (int year = 1370; year < 1450; year++) {
            for (int month = 1; month <= 12; month++) {
                for (int day = 1; PersianCalendar.day(year, month, day) != null; day++) {
                    assertThat(PersianCalendar.day(year, month, day)).isEqualTo(expected);
                    expected = expected.plusDays(1);
                }
            }
        }
    }
}
