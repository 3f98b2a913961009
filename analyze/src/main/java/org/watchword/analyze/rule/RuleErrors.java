package org.watchword.analyze.rule;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.analyze.rule.LanguageRules.Trial;

/** How often each rule has thrown. A rule is named in the log with its stack once; after that it is only counted. Thread-safe. */
final class RuleErrors {

    private static final Logger LOG = LoggerFactory.getLogger(RuleErrors.class);

    private final Map<String, LongAdder> byRule = new ConcurrentHashMap<>();

    void add(Trial trial, Throwable error) {
        String rule = trial.rule().id();
        boolean first = !byRule.containsKey(rule);
        byRule.computeIfAbsent(rule, id -> new LongAdder()).increment();
        if (first) {
            LOG.error(
                    "rule {} of {} failed and is passed over",
                    rule,
                    trial.pack().id(),
                    error);
        }
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        byRule.forEach((rule, count) -> counts.put(rule, count.sum()));
        return counts;
    }
}
