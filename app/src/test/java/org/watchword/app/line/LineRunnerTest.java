package org.watchword.app.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LineRunnerTest {

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final LineRunner runner = new LineRunner(Duration.ofMillis(500));

    @Test
    void partsCloseInReverseOrderAndOnce() {
        open("one");
        open("two");
        runner.close();
        runner.close();
        assertThat(events).containsExactly("two closed", "one closed");
    }

    @Test
    void aSecondWhoClosesDoesNotTakeThePartsUnderOneThatIsStillClosing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        open("broker");
        runner.open("role", () -> (AutoCloseable) () -> {
            begun.countDown();
            mayEnd.await();
            events.add("role closed");
        });
        Thread first = new Thread(runner::close);
        first.start();
        begun.await();
        Thread second = new Thread(runner::close);
        second.start();
        second.join(100);
        assertThat(events).isEmpty();
        mayEnd.countDown();
        first.join();
        second.join();
        assertThat(events).containsExactly("role closed", "broker closed");
    }

    @Test
    void aRoleWhoseStartFailsIsClosedToo() {
        open("server");
        assertThatIllegalStateException().isThrownBy(() -> runner.start(new TestingRole(events, true)));
        runner.close();
        assertThat(events).containsExactly("role started", "role closed", "server closed");
    }

    @Test
    void aPartThatThrowsOrHangsDoesNotKeepTheOthersOpen() {
        open("first");
        runner.open("hangs", () -> (AutoCloseable) () -> new CountDownLatch(1).await());
        runner.open("throws", () -> (AutoCloseable) () -> {
            throw new IllegalStateException("no");
        });
        runner.close();
        assertThat(events).containsExactly("first closed");
    }

    @Test
    void aPartOpenedWhileClosingIsClosedAtOnce() {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> runner.open("late", () -> {
                    runner.close();
                    return (AutoCloseable) () -> events.add("late closed");
                }));
        assertThat(events).containsExactly("late closed");
        assertThatExceptionOfType(LineException.class).isThrownBy(() -> open("later"));
    }

    @Test
    void theFirstFailureEndsTheWaiting() throws InterruptedException {
        runner.fail("the disk is full");
        runner.fail("everything else fails too");
        assertThat(runner.awaitEnd()).contains("the disk is full");
    }

    @Test
    void closingEndsTheWaitingWithoutAFailure() throws InterruptedException {
        runner.close();
        runner.fail("a server ended because it was told to");
        assertThat(runner.awaitEnd()).isEmpty();
    }

    private void open(String name) {
        runner.open(name, () -> (AutoCloseable) () -> events.add(name + " closed"));
    }
}
