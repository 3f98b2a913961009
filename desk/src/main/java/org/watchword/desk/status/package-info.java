/** The counters of the line, stage by stage, and whether they add up. */
@NullMarked
package org.watchword.desk.status;

import org.jspecify.annotations.NullMarked;
