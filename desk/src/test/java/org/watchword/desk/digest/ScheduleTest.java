package org.watchword.desk.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @Test
    void theWallClockCountsSoWinterIsAnHourLaterInUtc() {
        Schedule six = Schedule.of("0 6 * * *", VIENNA);
        assertThat(times(six, "2031-03-28T12:00:00Z", 3))
                .containsExactly("2031-03-29T05:00:00Z", "2031-03-30T04:00:00Z", "2031-03-31T04:00:00Z");
        assertThat(times(six, "2031-10-24T12:00:00Z", 3))
                .containsExactly("2031-10-25T04:00:00Z", "2031-10-26T05:00:00Z", "2031-10-27T05:00:00Z");
    }

    @Test
    void aTimeTheClockSkipsIsDueByAsMuchLater() {
        Schedule halfPastTwo = Schedule.of("30 2 * * *", VIENNA);
        assertThat(times(halfPastTwo, "2031-03-29T12:00:00Z", 2))
                .containsExactly("2031-03-30T01:30:00Z", "2031-03-31T00:30:00Z");
        assertThat(halfPastTwo.last(Instant.parse("2031-03-30T05:00:00Z")))
                .isEqualTo(Instant.parse("2031-03-30T01:30:00Z"));
    }

    @Test
    void aTimeThatComesTwiceIsDueOnce() {
        Schedule halfPastTwo = Schedule.of("30 2 * * *", VIENNA);
        assertThat(times(halfPastTwo, "2031-10-25T12:00:00Z", 2))
                .containsExactly("2031-10-26T00:30:00Z", "2031-10-27T01:30:00Z");
        assertThat(halfPastTwo.last(Instant.parse("2031-10-26T02:00:00Z")))
                .isEqualTo(Instant.parse("2031-10-26T00:30:00Z"));
    }

    @Test
    void everyHourGoesOnThroughBothChanges() {
        Schedule hourly = Schedule.of("0 * * * *", VIENNA);
        assertThat(times(hourly, "2031-03-29T23:30:00Z", 3))
                .containsExactly("2031-03-30T00:00:00Z", "2031-03-30T01:00:00Z", "2031-03-30T02:00:00Z");
        assertThat(times(hourly, "2031-10-25T23:30:00Z", 3))
                .containsExactly("2031-10-26T00:00:00Z", "2031-10-26T02:00:00Z", "2031-10-26T03:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "0 6 L * *, 2031-02-01T00:00:00Z, 2031-02-28T06:00:00Z",
        "0 6 L * *, 2032-02-01T00:00:00Z, 2032-02-29T06:00:00Z",
        "0 6 L * *, 2031-04-01T00:00:00Z, 2031-04-30T06:00:00Z",
        "0 6 31 * *, 2031-04-01T00:00:00Z, 2031-05-31T06:00:00Z",
        "0 6 LW * *, 2031-05-01T00:00:00Z, 2031-05-30T06:00:00Z",
        "0 6 29 2 *, 2031-01-01T00:00:00Z, 2032-02-29T06:00:00Z",
        "0 6 * * 1-5, 2031-05-16T07:00:00Z, 2031-05-19T06:00:00Z",
        "0 6 * * 7, 2031-05-16T07:00:00Z, 2031-05-18T06:00:00Z",
        "0 6 * * 0, 2031-05-16T07:00:00Z, 2031-05-18T06:00:00Z",
        "0 6 * * 1#1, 2031-05-16T07:00:00Z, 2031-06-02T06:00:00Z",
        "*/15 * * * *, 2031-05-16T07:01:00Z, 2031-05-16T07:15:00Z"
    })
    void monthsEndWhereTheyEnd(String cron, Instant after, Instant due) {
        assertThat(Schedule.of(cron, ZoneId.of("UTC")).next(after)).isEqualTo(due);
    }

    @Test
    void theLastTimeIsTheOneThatNextWouldHaveGiven() {
        for (String cron : List.of("0 6 * * *", "30 2 * * *", "0 * * * *", "0 6 L * *", "15 1,2,3 * * *")) {
            Schedule schedule = Schedule.of(cron, VIENNA);
            Instant at = Instant.parse("2031-01-01T00:00:00Z");
            for (int i = 0; i < 400; i++) {
                Instant due = schedule.next(at);
                assertThat(schedule.last(due)).as(cron).isEqualTo(due);
                assertThat(schedule.last(schedule.next(due).minusSeconds(1)))
                        .as(cron)
                        .isEqualTo(due);
                at = due;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6 am", "60 6 * * *", "0 6 * *", "0 6 * * * *", "0 24 * * *"})
    void whatIsNoCronExpressionIsRefusedWithAnExample(String cron) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Schedule.of(cron, VIENNA))
                .withMessageContaining("such as 0 6 * * 1-5");
    }

    @Test
    void aDayThatNeverComesIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Schedule.of("0 6 30 2 *", VIENNA))
                .withMessageContaining("0 6 30 2 *");
    }

    private static List<String> times(Schedule schedule, String after, int count) {
        List<String> times = new ArrayList<>();
        Instant at = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            at = schedule.next(at);
            times.add(at.toString());
        }
        return times;
    }
}
