/**
 * Who works at the desk: an {@link org.watchword.desk.account.Account} has a name and a {@link org.watchword.desk.account.Role}. Knows
 * no web server; {@code access} says which request is whose.
 */
@NullMarked
package org.watchword.desk.account;

import org.jspecify.annotations.NullMarked;
