package org.watchword.app.line;

import java.util.Locale;

/** The roles, in the order they start: who writes last starts first, so that nothing waits in between. */
public enum RoleName {
    INDEX,
    ANALYZE,
    DESK,
    FETCH;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
