package org.watchword.analyze.rule;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Flag;
import org.watchword.model.Quote;

/**
 * Flags by the rules in use, which may be replaced while it works. A text is flagged by one set of rules from its first sentence to its
 * last. Thread-safe.
 */
public final class LiveRules implements Flagger {

    private record InUse(RuleSet rules, String name) {}

    private volatile InUse inUse;

    public LiveRules(RuleSet rules) {
        this.inUse = new InUse(rules, "1");
    }

    @Override
    public List<Flag> flags(AnnotatedText text, List<Quote> quotes, @Nullable String speaker) {
        return inUse.rules.engine().flags(text, quotes, speaker);
    }

    @Override
    public List<Flag> flags(AnnotatedText text, List<Quote> quotes, @Nullable String speaker, Consumer<String> failed) {
        return inUse.rules.engine().flags(text, quotes, speaker, failed);
    }

    /** The rules in use. */
    public RuleSet rules() {
        return inUse.rules;
    }

    /** A name for the rules in use that no other set of rules has had since the start. */
    public String name() {
        return inUse.name;
    }

    /** Takes up other rules; texts under way end with those they began with. */
    synchronized void replace(RuleSet rules) {
        inUse = new InUse(rules, Integer.toString(Integer.parseInt(inUse.name) + 1));
    }
}
