package org.watchword.desk.access;

import io.javalin.security.RouteRole;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.account.Role;

/** What a route asks of who calls it. Every route names one when it is registered, see {@link Routes}. */
public enum Needs implements RouteRole {
    /** Nothing: for the sign-in page and what it is drawn with. */
    NOBODY(null),
    READER(Role.READER),
    REVIEWER(Role.REVIEWER),
    ADMIN(Role.ADMIN);

    @SuppressWarnings("ImmutableEnumChecker")
    private final @Nullable Role role;

    Needs(@Nullable Role role) {
        this.role = role;
    }

    /** The least role; null when the route is open to everybody. */
    @Nullable
    Role role() {
        return role;
    }
}
