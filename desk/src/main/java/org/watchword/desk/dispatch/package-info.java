/**
 * A digest on its way out of the house.
 *
 * <p>{@link org.watchword.desk.dispatch.DigestRounds} makes issues when they are due and sends them, whichever of several processes comes
 * first; {@link org.watchword.desk.dispatch.Outlets} are the ways out: mail, files, a feed, a webhook. A way that fails is tried again,
 * with growing pauses, without holding up the others or the next issue.
 *
 * <p>{@link org.watchword.desk.dispatch.DigestWords} has the sentences, which text, Markdown and HTML share; each of these makes scraped
 * words harmless in its own way.
 */
@NullMarked
package org.watchword.desk.dispatch;

import org.jspecify.annotations.NullMarked;
