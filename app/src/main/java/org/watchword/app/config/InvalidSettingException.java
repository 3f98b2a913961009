package org.watchword.app.config;

/** A value of the right type that makes no sense; the binder adds where it stands. */
final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;

    InvalidSettingException(String key, String problem) {
        super(problem);
        this.key = key;
    }

    String key() {
        return key;
    }

    static void require(boolean holds, String key, String problem) {
        if (!holds) {
            throw new InvalidSettingException(key, problem);
        }
    }

    /** Requires {@code low <= value <= high}. */
    static void requireRange(String key, long value, long low, long high) {
        require(value >= low && value <= high, key, "must be " + low + " to " + high + ", not " + value);
    }
}
