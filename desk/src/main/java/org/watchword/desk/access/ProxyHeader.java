package org.watchword.desk.access;

import java.util.Optional;
import org.watchword.desk.account.Role;

/**
 * A proxy in front of the desk that has asked who somebody is, and says so in a header.
 *
 * @param name of the header, such as {@code X-Forwarded-User}; believed only when it comes from one of {@link AccessSettings#proxies}
 * @param role of whom the file of accounts does not know; empty lets only those in whom it knows
 */
public record ProxyHeader(String name, Optional<Role> role) {}
