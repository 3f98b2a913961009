package org.watchword.desk.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What time ends or allows again. */
class LimitsTest {

    private static final char[] PASSWORD = "four quiet otters dive".toCharArray();

    private final TestingClock clock = new TestingClock();

    @Test
    void aSessionEndsWhenItIsLeftAloneAndAfterItsTimeInAnyCase(@TempDir Path folder) {
        Accounts accounts = accounts(folder);
        Sessions sessions = new Sessions(accounts, Duration.ofHours(1), Duration.ofHours(3), clock);
        String left = sessions.begin(new Account("amal", Role.READER));
        String used = sessions.begin(new Account("amal", Role.READER));

        assertThat(used).isNotEqualTo(left).hasSizeGreaterThan(40);
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMinutes(59));
            assertThat(sessions.account(used)).isPresent();
        }
        assertThat(sessions.account(left)).as("left alone").isEmpty();
        clock.pass(Duration.ofMinutes(5));
        assertThat(sessions.account(used)).as("too long").isEmpty();
    }

    @Test
    void aSessionEndsWhenItsAccountIsChanged(@TempDir Path folder) {
        Accounts accounts = accounts(folder);
        Sessions sessions = new Sessions(accounts, Duration.ofHours(1), Duration.ofHours(3), clock);
        String first = sessions.begin(new Account("amal", Role.READER));
        accounts.setPassword("amal", "another four words here".toCharArray());
        assertThat(sessions.account(first)).as("another password").isEmpty();
        String second = sessions.begin(new Account("amal", Role.READER));
        accounts.setRole("amal", Role.ADMIN);
        assertThat(sessions.account(second)).as("another role").isEmpty();
        String third = sessions.begin(new Account("amal", Role.ADMIN));
        assertThat(sessions.account(third)).contains(new Account("amal", Role.ADMIN));
        sessions.end(third);
        assertThat(sessions.account(third)).as("signed out").isEmpty();
        assertThat(sessions.account("")).isEmpty();
    }

    @Test
    void whoGuessesWaitsTwiceAsLongEachTimeUpToALimit() {
        Throttle throttle = new Throttle(3, Duration.ofSeconds(60), clock);
        for (int i = 0; i < 2; i++) {
            throttle.failed("a");
        }
        assertThat(throttle.wait("a")).isEmpty();
        throttle.failed("a");
        assertThat(throttle.wait("a")).contains(Duration.ofSeconds(1));
        throttle.failed("a");
        assertThat(throttle.wait("a")).contains(Duration.ofSeconds(2));
        clock.pass(Duration.ofSeconds(2));
        assertThat(throttle.wait("a")).isEmpty();
        for (int i = 0; i < 100; i++) {
            throttle.failed("a");
        }
        assertThat(throttle.wait("a")).contains(Duration.ofSeconds(60));
        assertThat(throttle.wait("b")).as("another").isEmpty();
        throttle.succeeded("a");
        assertThat(throttle.wait("a")).isEmpty();
    }

    @Test
    void soManyAMinuteAndThenOneAfterAnother() {
        RateLimit limit = new RateLimit(60, clock);
        for (int i = 0; i < 60; i++) {
            assertThat(limit.take("a")).isEmpty();
        }
        assertThat(limit.take("a")).contains(Duration.ofSeconds(1));
        assertThat(limit.take("b")).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isPresent();
        RateLimit none = new RateLimit(0, clock);
        for (int i = 0; i < 10_000; i++) {
            assertThat(none.take("a")).isEmpty();
        }
    }

    private Accounts accounts(Path folder) {
        Accounts accounts = new Accounts(folder.resolve("accounts"), clock);
        accounts.add("amal", Role.READER, Optional.of(PASSWORD));
        return accounts;
    }
}
