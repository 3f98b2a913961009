/**
 * The fetch stage as a whole, on sites that run on loopback: how fast it is, how polite, and what is left after it was killed.
 *
 * <p>A site ({@link org.watchword.bench.crawl.SiteServer}) keeps its own log of requests, and every verdict on manners is read from that
 * log. Sites, brokers and crawlers that are to be killed run in processes of their own ({@link org.watchword.bench.process.ChildProgram}).
 */
@NullMarked
package org.watchword.bench.crawl;

import org.jspecify.annotations.NullMarked;
