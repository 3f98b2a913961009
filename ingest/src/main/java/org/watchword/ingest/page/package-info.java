/**
 * The port between fetching and extraction: a captured {@link org.watchword.ingest.page.Page} goes in, an
 * {@link org.watchword.ingest.page.Extraction} comes out, which is an article or a refusal with its reason.
 */
@NullMarked
package org.watchword.ingest.page;

import org.jspecify.annotations.NullMarked;
