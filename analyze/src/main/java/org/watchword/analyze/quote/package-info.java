/**
 * Who said what: quotes with their source, cue and content.
 *
 * <p>{@link org.watchword.analyze.quote.QuoteFinder} is the port the line asks.
 */
@NullMarked
package org.watchword.analyze.quote;

import org.jspecify.annotations.NullMarked;
