/**
 * The one command line and the wiring.
 *
 * <p>{@link org.watchword.app.Main} is where the program begins; each subcommand is a class in
 * {@code command}. {@link org.watchword.app.Rooms} is the one place where the roles of the other modules are named. Settings are in
 * {@code config}, the servers this program brings along in {@code embedded}, the running line in {@code line}, the counters in
 * {@code status}, metrics and health in {@code observe}, the log in {@code log}, the claims to be verified in {@code evidence}, the past done
 * anew in {@code replay}, dead letters in {@code deadletter}, decisions in {@code review}, the demo's outlet in {@code sample}.
 */
@NullMarked
package org.watchword.app;

import org.jspecify.annotations.NullMarked;
