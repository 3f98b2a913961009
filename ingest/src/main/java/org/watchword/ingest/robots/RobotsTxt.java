package org.watchword.ingest.robots;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.model.LowerCase;

/**
 * What one robots.txt says to one crawler (RFC 9309). All groups that name the crawler count as one; where none does, those for
 * {@code *} do. Of the rules that cover an address the longest decides, and {@code Allow} where two are as long (2.2.2).
 *
 * <p>Read leniently, as the RFC suggests: any line end, a byte order mark, a missing colon between two words, the usual
 * misspellings of the field names. A line counts up to 16,663 octets, as in Google's parser. Fields the RFC does not define end no
 * group; of these only {@code Crawl-delay} is read.
 */
public final class RobotsTxt {

    private final List<Rule> rules;
    private final Duration crawlDelay;

    private RobotsTxt(List<Rule> rules, Duration crawlDelay) {
        this.rules = List.copyOf(rules);
        this.crawlDelay = crawlDelay;
    }

    /**
     * A rule of the group that speaks to us.
     *
     * @param written path pattern as it stands in the file
     * @param line where, from 1
     */
    public record Rule(boolean allow, String written, int line, PathPattern pattern) {

        @Override
        public String toString() {
            return (allow ? "Allow: " : "Disallow: ") + written + " (line " + line + ")";
        }
    }

    /** @param agent product token of the crawler, compared without regard to case */
    public static RobotsTxt parse(byte[] file, String agent) {
        Reader reader = new Reader(agent);
        RobotsLine.read(file, reader::line);
        return reader.result();
    }

    /**
     * The rule that forbids an address; empty when it may be fetched.
     *
     * @param url absolute, percent-encoded
     */
    public Optional<Rule> refusing(String url) {
        String path = PathPattern.pathOf(url);
        if (path.equals("/robots.txt")) {
            return Optional.empty(); // 2.2.2: implicitly allowed
        }
        PathPattern.Target target = PathPattern.Target.of(path);
        Rule longest = null;
        for (Rule rule : rules) {
            if (longest != null && !beats(rule, longest)) {
                continue;
            }
            if (rule.allow ? rule.pattern.coversAsSpelled(target) : rule.pattern.covers(target)) {
                longest = rule;
            }
        }
        return Optional.ofNullable(longest).filter(rule -> !rule.allow);
    }

    private static boolean beats(Rule rule, Rule other) {
        int more = rule.pattern.octets() - other.pattern.octets();
        return more > 0 || more == 0 && rule.allow;
    }

    /** The longest pause our group asks for; zero when it asks for none. Not part of the RFC. */
    public Duration crawlDelay() {
        return crawlDelay;
    }

    /** Collects the rules of the groups that matter. */
    private static final class Reader {

        private final String agent;
        private final Group named = new Group();
        private final Group others = new Group();
        private boolean inNamed;
        private boolean inOthers;
        private boolean inRules;
        /** The group of the {@code User-agent} lines that a {@code Crawl-delay} would follow, if it is ours. */
        private Optional<Group> paced = Optional.empty();

        private boolean afterDelay;
        private boolean everNamed;

        Reader(String agent) {
            this.agent = agent;
        }

        void line(RobotsLine line) {
            switch (line.field()) {
                case USER_AGENT -> userAgent(line.value());
                case ALLOW, DISALLOW -> {
                    inRules = true;
                    rule(line);
                }
                case CRAWL_DELAY -> {
                    afterDelay = true;
                    paced.ifPresent(group -> group.delay(line.value()));
                }
                case OTHER -> {
                    // 2.2.4: must not interfere with what the RFC defines.
                }
            }
        }

        private void userAgent(String value) {
            if (inRules) {
                inNamed = false;
                inOthers = false;
                inRules = false;
            }
            // Files with nothing but delays are common: there each delay is that of the names right before it.
            if (afterDelay || group().isEmpty()) {
                afterDelay = false;
                paced = Optional.empty();
            }
            if (value.equals("*") || value.startsWith("* ") || value.startsWith("*\t")) {
                inOthers = true;
                paced = paced.isEmpty() ? Optional.of(others) : paced;
            } else if (ProductToken.leading(value).equalsIgnoreCase(agent)) {
                inNamed = true;
                paced = Optional.of(named);
                everNamed = true;
            }
        }

        private Optional<Group> group() {
            return inNamed ? Optional.of(named) : inOthers ? Optional.of(others) : Optional.empty();
        }

        private void rule(RobotsLine line) {
            Optional<Group> group = group();
            String path = line.value();
            if (group.isEmpty() || path.isEmpty()) {
                return;
            }
            boolean allow = line.field() == RobotsLine.Field.ALLOW;
            List<Rule> into = group.get().rules;
            String shown = new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            into.add(new Rule(allow, shown, line.number(), PathPattern.of(path)));
            int slash = path.lastIndexOf('/');
            if (allow && slash >= 0 && path.startsWith("index.htm", slash + 1)) {
                // Who lets the index page be read means the folder's address too, which serves it.
                into.add(new Rule(true, shown, line.number(), PathPattern.of(path.substring(0, slash + 1) + "$")));
            }
        }

        RobotsTxt result() {
            Group ours = everNamed ? named : others;
            return new RobotsTxt(ours.rules, ours.delay);
        }
    }

    private static final class Group {

        private static final double MOST_SECONDS = 1e8;

        private final List<Rule> rules = new ArrayList<>();
        private Duration delay = Duration.ZERO;

        void delay(String value) {
            String number = LowerCase.of(value).replaceFirst("[^0-9.].*", "");
            if (!number.matches("\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9}")) {
                return;
            }
            Duration asked = Duration.ofMillis((long) (1000 * Math.min(MOST_SECONDS, Double.parseDouble(number))));
            delay = asked.compareTo(delay) > 0 ? asked : delay;
        }
    }
}
