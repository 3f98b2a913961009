package org.watchword.app.line;

/** How a line runs. */
public enum Mode {
    /** Everything on this machine, over the bundled sample outlet. */
    DEMO("demo", true),
    /** Everything on this machine, over configured sources. */
    UP("up", true),
    /** Some roles, beside others elsewhere. */
    RUN("up", false);

    private final String purpose;
    private final boolean announced;

    Mode(String purpose, boolean announced) {
        this.purpose = purpose;
        this.announced = announced;
    }

    /** What its data folder is for. */
    String purpose() {
        return purpose;
    }

    /** Whether its addresses are written down for other commands; roles beside others are found by the configuration. */
    boolean announced() {
        return announced;
    }
}
