package org.watchword.bench.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.watchword.bench.day.ScriptedWeb.Asked;
import org.watchword.ingest.frontier.FetchSchedule;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;

/** What is wrong with a day, judged by what the web was asked. */
final class DayVerdict {

    /** A look waits for its host's turn, behind others that are due at the same time. */
    private static final Duration QUEUE = Duration.ofMinutes(3);

    private final SimulatedDay.Outcome day;
    private final List<String> problems = new ArrayList<>();

    private DayVerdict(SimulatedDay.Outcome day) {
        this.day = day;
    }

    /** Empty when all is as it should be. */
    static List<String> of(SimulatedDay.Outcome day) {
        DayVerdict verdict = new DayVerdict(day);
        verdict.rhythm();
        verdict.backOff();
        verdict.pauses();
        verdict.coverage();
        verdict.counts();
        return List.copyOf(verdict.problems);
    }

    private void check(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }

    private static Instant hour(int hour) {
        return SimulatedDay.MIDNIGHT.plus(Duration.ofHours(hour));
    }

    /** Longer for what did not change, shorter for what did, within the bounds. */
    private void rhythm() {
        FetchSchedule pages = day.settings().pageRevisit();
        for (int page = 0; page < Outlets.PAGES; page++) {
            List<Duration> steady = day.intervals(Outlets.STEADY, "/" + page);
            List<Duration> edited = day.intervals(Outlets.EDITED, "/" + page);
            check(steady.size() == 2, "an unchanged page was asked for at " + steady);
            check(edited.size() >= 12, "a page edited every hour was asked for at " + edited);
            for (int i = 1; i < steady.size(); i++) {
                check(steady.get(i).compareTo(steady.get(i - 1)) > 0, "unchanged, and not rarer: " + steady);
            }
            for (int i = 1; i < edited.size(); i++) {
                check(
                        edited.get(i).compareTo(edited.get(i - 1).plus(QUEUE)) <= 0
                                || edited.get(i).compareTo(pages.least().multipliedBy(2)) <= 0,
                        "changed, and not sooner: " + edited);
            }
            for (Duration interval : edited) {
                check(interval.compareTo(pages.least()) >= 0, "sooner than the shortest interval: " + edited);
            }
        }
        List<Duration> silent = day.intervals(Outlets.SILENT, "/feed");
        FetchSchedule lists = day.settings().revisit();
        check(
                silent.get(silent.size() - 1).compareTo(lists.most().minus(Duration.ofMinutes(1))) >= 0,
                "a silent feed ends at the longest interval: " + silent);
        for (String host : day.asked().keySet()) {
            Duration leftAlone = host.equals(Outlets.BUSY)
                    ? Outlets.RETRY_AFTER.multipliedBy(5).dividedBy(4)
                    : Duration.ZERO;
            for (Duration interval : day.intervals(host, "/feed")) {
                check(
                        interval.compareTo(lists.least()) >= 0
                                && interval.compareTo(lists.most().plus(QUEUE).plus(leftAlone)) <= 0,
                        host + ": a feed was looked at again after " + interval);
            }
        }
        long atNight = feeds(hour(0), hour(6));
        long byDay = feeds(hour(14), hour(20));
        check(byDay > 2 * atNight, "a feed that rests at night: " + atNight + " looks then, " + byDay + " by day");
    }

    private long feeds(Instant from, Instant to) {
        return day.asked(Outlets.DAYTIME).stream()
                .filter(a -> a.path().equals("/feed") && !a.at().isBefore(from) && a.at().isBefore(to))
                .count();
    }

    /** Nothing while a host wants to be left alone, and little while it is down. */
    private void backOff() {
        List<Asked> busy = day.asked(Outlets.BUSY);
        for (int i = 0; i + 1 < busy.size(); i++) {
            Duration asked = busy.get(i).retryAfter();
            if (asked != null) {
                Duration left =
                        Duration.between(busy.get(i).at(), busy.get(i + 1).at());
                check(left.compareTo(asked) >= 0, "asked again after " + left + ", though it said " + asked);
            }
        }
        check(busy.stream().anyMatch(a -> a.status() == 429), "the busy host never turned us away");
        check(
                busy.stream().anyMatch(a -> a.status() == 200 && a.at().isAfter(hour(10))),
                "nobody came back to the busy host");
        List<Asked> down =
                day.asked(Outlets.DOWN).stream().filter(a -> a.status() == 503).toList();
        check(
                !down.isEmpty() && down.size() <= 20,
                "a host that was down for three hours was asked " + down.size() + " times");
        check(
                day.asked(Outlets.DOWN).stream().anyMatch(a -> a.status() == 200 && a.at().isAfter(hour(16))),
                "nobody came back to the host that was down");
        check(
                day.asked(Outlets.CLOSED).stream().allMatch(a -> a.path().equals("/robots.txt")),
                "a host whose robots.txt is sick was asked for more");
    }

    private void pauses() {
        day.asked().forEach((host, asked) -> {
            for (int i = 1; i < asked.size(); i++) {
                Duration pause =
                        Duration.between(asked.get(i - 1).at(), asked.get(i).at());
                check(pause.compareTo(day.settings().delay()) >= 0, host + " was asked twice within " + pause);
            }
        });
    }

    /** The record of the day says what the web was asked and what it held. */
    private void coverage() {
        day.asked().forEach((host, asked) -> {
            SourceDay record = day.days().get(host);
            if (record == null) {
                problems.add(host + " has no record of the day");
                return;
            }
            long read = asked.stream()
                    .filter(a -> a.path().equals("/feed") && (a.status() == 200 || a.status() == 304))
                    .count();
            TreeSet<String> pages = new TreeSet<>();
            TreeSet<String> versions = new TreeSet<>();
            asked.stream()
                    .filter(a -> a.path().matches("/\\d+") && a.status() == 200)
                    .forEach(a -> {
                        pages.add(a.path());
                        versions.add(a.version());
                    });
            check(record.reached() == read, host + ": reached " + record.reached() + ", of " + read + " feeds read");
            check(
                    record.articles() == pages.size(),
                    host + ": " + record.articles() + " articles, of " + pages.size() + " pages");
            check(
                    record.changed() == versions.size() - pages.size(),
                    host + ": " + record.changed() + " changes, of " + (versions.size() - pages.size()));
            // A feed is not asked for while its host is left alone, whichever address brought the trouble.
            boolean trouble = asked.stream().anyMatch(a -> a.status() >= 429);
            check(record.failed() > 0 == trouble, host + ": failed " + record.failed() + ", trouble " + trouble);
            check(trouble == (record.problem() != null), host + ": problem " + record.problem());
        });
        SourceDay silent = day.days().get(Outlets.SILENT);
        check(silent != null && silent.isCovered() && silent.articles() == 0, "silence is covered: " + silent);
        SourceDay closed = day.days().get(Outlets.CLOSED);
        check(closed != null && !closed.isCovered(), "a closed host is not covered: " + closed);
    }

    private void counts() {
        for (Map.Entry<String, StageCounts> counts : new TreeMap<>(day.counts()).entrySet()) {
            StageCounts c = counts.getValue();
            check(c.addsUp(), counts.getKey() + " does not add up: " + c);
            SourceDay record = day.days().get(counts.getKey());
            if (record != null) {
                check(
                        c.ended(StageCounts.EMITTED) == record.articles() + record.changed(),
                        counts.getKey() + ": " + c.out() + " beside " + record);
            }
        }
    }
}
