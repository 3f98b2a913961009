/** What the queue of addresses costs when it is long. */
@NullMarked
package org.watchword.bench.frontier;

import org.jspecify.annotations.NullMarked;
