/**
 * Which requests are let in, and the headers every answer carries.
 *
 * <p>{@link org.watchword.desk.access.HostCheck} closes the door to DNS rebinding: a web page elsewhere whose name is made to resolve
 * to this machine still sends its own name in {@code Host}. {@link org.watchword.desk.access.SecurityHeaders} keeps a page from
 * loading, running or sending anything of somebody else's.
 */
@NullMarked
package org.watchword.desk.access;

import org.jspecify.annotations.NullMarked;
