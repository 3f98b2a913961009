/** Exports of timelines of any size: how long they take, and in how much memory. */
@NullMarked
package org.watchword.bench.timeline;

import org.jspecify.annotations.NullMarked;
