/**
 * The demo's invented newspaper, and what the demo tells the person who watches.
 *
 * <p>{@link org.watchword.app.sample.SampleOutlet} serves {@code config/sample/site} as a real web server would, so that the demo's
 * fetching is the fetching of every other day.
 */
@NullMarked
package org.watchword.app.sample;

import org.jspecify.annotations.NullMarked;
