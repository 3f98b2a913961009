/**
 * Links to pages, from feeds, sitemaps and list pages. Bytes in, links out; no network.
 */
@NullMarked
package org.watchword.ingest.discover;

import org.jspecify.annotations.NullMarked;
