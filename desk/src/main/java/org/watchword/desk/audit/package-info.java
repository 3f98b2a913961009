/**
 * The log of who did what at the desk: {@link org.watchword.desk.audit.AuditLog} takes a {@link org.watchword.desk.audit.Deed} before
 * it is done, {@link org.watchword.desk.audit.AuditFolder} keeps them as JSON lines, a file a day.
 */
@NullMarked
package org.watchword.desk.audit;

import org.jspecify.annotations.NullMarked;
