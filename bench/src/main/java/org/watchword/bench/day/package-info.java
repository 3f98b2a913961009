/**
 * A day of the fetch stage in a few seconds: the real stage with its real state and archive, on a web and a time that are scripted
 * ({@link org.watchword.bench.day.ScriptedWeb}, {@link org.watchword.bench.day.SimulatedTime}). What must come of it is worked out from
 * the script and from what the web was asked, never from what the stage says of itself.
 */
@NullMarked
package org.watchword.bench.day;

import org.jspecify.annotations.NullMarked;
