/** Several fetchers that share the work, seen from the hosts they ask. */
@NullMarked
package org.watchword.bench.fleet;

import org.jspecify.annotations.NullMarked;
