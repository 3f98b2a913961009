/** A corpus of speeches through the whole program, from capture to what leaves the house. */
@NullMarked
package org.watchword.bench.corpus;

import org.jspecify.annotations.NullMarked;
