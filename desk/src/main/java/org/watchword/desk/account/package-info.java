/**
 * Who works at the desk: an {@link org.watchword.desk.account.Account} has a name and a {@link org.watchword.desk.account.Role}. Knows
 * no web server; {@code access} says which request is whose.
 *
 * <p>{@link org.watchword.desk.account.Accounts} keeps users and tokens in one file, lines of words that a person can read:
 *
 * <pre>
 * user amal reviewer $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH
 * token 5be0cd19137e amal reader 2031-05-01T00:00:00Z SHA256
 * </pre>
 *
 * {@link org.watchword.desk.account.Sessions} remembers who signed in, {@link org.watchword.desk.account.Throttle} slows down who
 * guesses, {@link org.watchword.desk.account.RateLimit} who asks too much.
 */
@NullMarked
package org.watchword.desk.account;

import org.jspecify.annotations.NullMarked;
