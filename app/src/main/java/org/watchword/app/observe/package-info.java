/**
 * How a running line is seen from outside: metrics, health and the trail of each document in the log.
 *
 * <p>{@link org.watchword.app.observe.Instruments} hands each role the listener that its module asks for, so no other module knows
 * Micrometer; what it gathers is served by {@link org.watchword.app.observe.AdminServer} as {@code /metrics}, in Prometheus' text form.
 * Documents are counted from the stages' own counts, the ones {@code watchword status} adds up: gauges tell the account, counters what has
 * happened since the start.
 *
 * <p>{@link org.watchword.app.observe.Health} asks the roles every other second what keeps them from their work, and gives the answer in
 * words. {@link org.watchword.app.observe.Trail} writes a line for each document at each stage.
 */
@NullMarked
package org.watchword.app.observe;

import org.jspecify.annotations.NullMarked;
