/**
 * One HTTP exchange, with limits on size, time and address. {@link org.watchword.ingest.http.HttpFetcher} answers every request with a
 * {@link org.watchword.ingest.http.Fetched}, never with an exception: what a server does wrong is an answer with a reason code.
 */
@NullMarked
package org.watchword.ingest.http;

import org.jspecify.annotations.NullMarked;
