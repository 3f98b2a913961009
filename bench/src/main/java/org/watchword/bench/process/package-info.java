/**
 * Processes of their own for whoever measures or breaks them.
 *
 * <p>{@link org.watchword.bench.process.RoleProcess} is {@code watchword run ROLE} as a user starts it, {@link
 * org.watchword.bench.process.ChildProgram} a hidden command of this program, such as {@link
 * org.watchword.bench.process.BrokerCommand}, the real broker. Each can be killed, stopped and watched. {@link
 * org.watchword.bench.process.Gate} stands in front of a server and loses, delays or throttles what passes. {@link
 * org.watchword.bench.process.CoreNlp} is a peer that measurements ask the same.
 */
@NullMarked
package org.watchword.bench.process;

import org.jspecify.annotations.NullMarked;
