package org.watchword.app.line;

/** Builds a role from the settings and the addresses of the servers. Throws {@code ConfigException} for settings it cannot use. */
@FunctionalInterface
public interface RoleFactory {

    Role create(LineContext context);
}
