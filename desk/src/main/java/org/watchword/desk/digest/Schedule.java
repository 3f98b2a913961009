package org.watchword.desk.digest;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * When a digest is due: the five fields of cron, as the clock on the wall shows them in one time zone. {@code L} is the last day of a
 * month, {@code LW} its last weekday, {@code 15W} the weekday next to the 15th, {@code 1#2} the second Monday.
 *
 * <p>Where the clock is put forward over a time, it is due by as much later: 02:30 becomes 03:30. Where it is put back, a time that comes
 * twice counts once, the first time.
 */
public final class Schedule {

    /** Of a cron expression that never comes true, such as 30 February, no more is tried. */
    private static final int TRIES = 500;

    private static final CronDefinition FIELDS = CronDefinitionBuilder.defineCron()
            .withMinutes()
            .withStrictRange()
            .and()
            .withHours()
            .withStrictRange()
            .and()
            .withDayOfMonth()
            .supportsL()
            .supportsW()
            .supportsLW()
            .withStrictRange()
            .and()
            .withMonth()
            .withStrictRange()
            .and()
            .withDayOfWeek()
            .withValidRange(0, 7)
            .withMondayDoWValue(1)
            .withIntMapping(7, 0)
            .supportsHash()
            .supportsL()
            .withStrictRange()
            .and()
            .instance();

    private final String expression;
    private final ZoneId zone;
    private final ExecutionTime times;

    private Schedule(String expression, ZoneId zone, ExecutionTime times) {
        this.expression = expression;
        this.zone = zone;
        this.times = times;
    }

    /**
     * Reads a cron expression.
     *
     * @throws IllegalArgumentException when it is none, or never comes true; the message says why
     */
    public static Schedule of(String expression, ZoneId zone) {
        Cron cron;
        try {
            cron = new CronParser(FIELDS).parse(expression).validate();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + expression
                            + "' is not a cron expression of five fields (minute, hour, day of month, month, day"
                            + " of week), such as 0 6 * * 1-5: " + e.getMessage(),
                    e);
        }
        Schedule schedule = new Schedule(expression, zone, ExecutionTime.forCron(cron));
        try {
            Instant unused = schedule.next(Instant.parse("2024-01-01T00:00:00Z"));
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("'" + expression + "' never comes true", e);
        }
        return schedule;
    }

    /** The five fields. */
    public String expression() {
        return expression;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The first time after a moment. */
    public Instant next(Instant after) {
        // A little early: where the clock is put forward or back, the order of local times is not that of moments.
        LocalDateTime from = local(after).minusHours(3);
        for (int i = 0; i < TRIES; i++) {
            from = times.nextExecution(onTheWall(from))
                    .orElseThrow(() -> new IllegalStateException("never comes true: " + expression))
                    .toLocalDateTime();
            Instant due = moment(from);
            if (due.isAfter(after)) {
                return due;
            }
        }
        throw new IllegalStateException("no end of times before " + after + ": " + expression);
    }

    /** The last time at or before a moment. */
    public Instant last(Instant notAfter) {
        LocalDateTime from = local(notAfter).plusHours(3);
        for (int i = 0; i < TRIES; i++) {
            from = times.lastExecution(onTheWall(from))
                    .orElseThrow(() -> new IllegalStateException("never came true: " + expression))
                    .toLocalDateTime();
            Instant due = moment(from);
            if (!due.isAfter(notAfter)) {
                return due;
            }
        }
        throw new IllegalStateException("no beginning of times after " + notAfter + ": " + expression);
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    /** A clock that is never put forward or back, so that the library sees every time exactly once. */
    private static ZonedDateTime onTheWall(LocalDateTime local) {
        return local.atZone(ZoneOffset.UTC);
    }

    private Instant moment(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }
}
