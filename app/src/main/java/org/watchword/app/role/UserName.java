package org.watchword.app.role;

/** What the person is called who started the program. */
public final class UserName {

    private UserName() {}

    /** The account's name on this machine; {@code somebody} where the system does not tell it. */
    public static String here() {
        return System.getProperty("user.name", "somebody");
    }
}
