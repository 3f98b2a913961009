/**
 * Manners. {@link org.watchword.ingest.robots.PoliteFetcher} is what the rest of the stage fetches with: it asks
 * {@link org.watchword.ingest.robots.RobotRules}, which gets and keeps each origin's {@link org.watchword.ingest.robots.RobotsTxt}
 * (RFC 9309), and sends through {@link org.watchword.ingest.robots.PacedHttp}, which waits for the host's turn in
 * {@link org.watchword.ingest.robots.HostPacing} and leaves a host in trouble alone
 * ({@link org.watchword.ingest.robots.HostBackoff}). What is a matter of judgement is in {@link org.watchword.ingest.robots.Manners}.
 */
@NullMarked
package org.watchword.ingest.robots;

import org.jspecify.annotations.NullMarked;
