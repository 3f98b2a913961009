package org.watchword.desk.account;

/**
 * Somebody at the desk.
 *
 * @param name unique and for good: it stands in decisions and in the log of what was done
 * @param role what it may do
 */
public record Account(String name, Role role) {

    /** Whoever sits at this machine, where no accounts are set up. */
    public static final Account LOCAL = new Account("local", Role.ADMIN);
}
