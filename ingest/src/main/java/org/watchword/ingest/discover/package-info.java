/**
 * Lists of pages: feeds, sitemaps, list pages, home pages, tables of addresses, subscription lists. Bytes in, a
 * {@link org.watchword.ingest.discover.Listing} out; no network, no files.
 *
 * <p>Everything here reads what strangers wrote. No document type is obeyed and no entity expanded; what is not the expected kind is a
 * {@link org.watchword.ingest.discover.DiscoveryException} with a short code, and an entry that leads nowhere keeps its address as
 * written, so that whoever refuses it can name it.
 */
@NullMarked
package org.watchword.ingest.discover;

import org.jspecify.annotations.NullMarked;
