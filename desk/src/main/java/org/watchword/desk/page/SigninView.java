package org.watchword.desk.page;

/**
 * Where people sign in.
 *
 * @param offered whether that is done here, and not by a proxy in front of the desk
 * @param to the address of this desk to go on to
 * @param name what was typed last
 * @param problem why it did not work; empty the first time
 */
public record SigninView(boolean offered, String to, String name, String problem) {}
