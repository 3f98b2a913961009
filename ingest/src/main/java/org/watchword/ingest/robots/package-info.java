/**
 * Robots exclusion (RFC 9309), per origin, cached, and the pacing of requests per host.
 */
@NullMarked
package org.watchword.ingest.robots;

import org.jspecify.annotations.NullMarked;
