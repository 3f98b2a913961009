package org.watchword.bench.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.bench.crawl.CountingSink;
import org.watchword.bench.day.ScriptedWeb.Asked;

class SimulatedDayTest {

    @Test
    void aDayOfTheFetchStageIsAsTheScriptDemands(@TempDir Path data) throws Exception {
        SimulatedDay.Outcome day = SimulatedDay.run(data, new CountingSink(), Duration.ofMinutes(5));

        assertThat(DayVerdict.of(day)).isEmpty();
        assertThat(day.requests()).as("fewer than polling").isLessThan(day.naive() * 6 / 10);

        // The judge itself: the same day with one request too soon is not let pass.
        List<Asked> busy = new ArrayList<>(day.asked(Outlets.BUSY));
        Asked away = busy.stream().filter(a -> a.status() == 429).findFirst().orElseThrow();
        busy.add(busy.indexOf(away) + 1, new Asked(away.at().plusSeconds(1), away.host(), "/0", 200, "0-0", null));
        Map<String, List<Asked>> hasty = new TreeMap<>(day.asked());
        hasty.put(Outlets.BUSY, busy);
        assertThat(DayVerdict.of(new SimulatedDay.Outcome(day.settings(), hasty, day.days(), day.counts())))
                .anyMatch(problem -> problem.startsWith("asked again after PT1S"))
                .anyMatch(problem -> problem.endsWith("was asked twice within PT1S"));
    }
}
