package org.watchword.desk.account;

import java.util.Locale;

/** What an account may do; each role may do all that those before it may. */
public enum Role {
    /** Search, read and take away. */
    READER,
    /** Decide about flags. */
    REVIEWER,
    /** Settle what others decided, and see what everybody did. */
    ADMIN;

    /** Whether it may do what needs the other. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** In small letters, as it is written in files and answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
