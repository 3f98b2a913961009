/**
 * The port between fetching and extraction: a captured {@link org.watchword.ingest.page.Page} goes in, an
 * {@link org.watchword.ingest.page.Extraction} comes out, which is an article or a refusal with its reason.
 * {@link org.watchword.ingest.page.ZoneText} reads time zones as pages, and the feeds that list them, write them.
 */
@NullMarked
package org.watchword.ingest.page;

import org.jspecify.annotations.NullMarked;
