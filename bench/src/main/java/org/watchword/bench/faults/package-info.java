/**
 * The whole line among faults.
 *
 * <p>{@link org.watchword.bench.faults.TwoLines} reads the same {@linkplain org.watchword.bench.faults.GrowingOutlets outlets} twice, with
 * a line left alone and with one upon which {@link org.watchword.bench.faults.FaultTrial} brings what {@link
 * org.watchword.bench.faults.FaultChoice} draws, and compares what the two have come to ({@link org.watchword.bench.faults.Export}).
 * {@link org.watchword.bench.faults.Servers} are the real ones, {@link org.watchword.bench.faults.LineProcesses} the program as users
 * start it.
 */
@NullMarked
package org.watchword.bench.faults;

import org.jspecify.annotations.NullMarked;
