package org.watchword.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class InstrumentsTest {

    @Test
    void closedInstrumentsHoldNothingOfWhatTheyAsked() throws Exception {
        WeakReference<Object> asked = closedAfterAsking();

        for (int i = 0; i < 50 && asked.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(asked.get()).isNull();
    }

    private static WeakReference<Object> closedAfterAsking() {
        Object role = new Object();
        try (Instruments instruments = new Instruments(true, Trail.NONE)) {
            instruments.threads(role::hashCode);
            assertThat(instruments.scrape()).contains("watchword_analyze_threads");
        }
        return new WeakReference<>(role);
    }
}
