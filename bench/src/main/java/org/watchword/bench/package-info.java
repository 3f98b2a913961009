/**
 * Measurements, model training and evaluation; ships in no artifact.
 *
 * <p>Each measurement is a command of {@link org.watchword.bench.Bench}, run by {@code bench/run NAME}; times of single functions are
 * JMH benchmarks, run by {@code bench/run jmh PATTERN}. What needs data that is not in this repository takes its folder as an argument.
 * Results and how they were got stand in {@code bench/BENCHMARKS.md}.
 */
@NullMarked
package org.watchword.bench;

import org.jspecify.annotations.NullMarked;
