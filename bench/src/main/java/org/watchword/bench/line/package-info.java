/**
 * The line from the documents topic to a search hit, on real servers: how many documents a second, and how long one takes.
 *
 * <p>{@link org.watchword.bench.line.EndToEndCommand} sets its speed against the same rows sent by nothing but bulk requests in the same run;
 * {@link org.watchword.bench.line.DelayCommand} measures the delay at a given load. Documents are made of the sample outlet's pages, each
 * different ({@code Workload}), so that both need nothing from elsewhere.
 */
@NullMarked
package org.watchword.bench.line;

import org.jspecify.annotations.NullMarked;
