/**
 * A search as it stands in an address: parsing, checking and writing it back.
 *
 * <p>{@link org.watchword.desk.request.SearchRequest} is the whole state of a search page; there is no other. The same parameters
 * mean the same on the page and in the JSON API. {@link org.watchword.desk.request.SearchParameters} reads them and refuses what it
 * does not know with a {@link org.watchword.desk.request.BadParameterException} that names it.
 */
@NullMarked
package org.watchword.desk.request;

import org.jspecify.annotations.NullMarked;
