package org.watchword.analyze.rule;

/** A watcher that looks when it is told to. */
public final class TestingWatcher {

    private final RuleWatcher watcher;

    public TestingWatcher(RuleReload reload) {
        watcher = new RuleWatcher(reload);
    }

    public void look() {
        watcher.look();
    }

    /** A changed file is taken up at the second look. */
    public void lookTwice() {
        look();
        look();
    }
}
