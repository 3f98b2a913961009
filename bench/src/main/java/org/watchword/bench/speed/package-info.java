/**
 * How quickly texts are analysed.
 *
 * <p>{@link org.watchword.bench.speed.AnalysisCommand} analyses the texts of a file as the line does and says how many tokens a core
 * gets through, what each {@link org.watchword.bench.speed.Stage} of it costs, and, where Stanford CoreNLP's jars are at hand, how many
 * {@link org.watchword.bench.process.CoreNlp} gets through with the same texts in the same run.
 */
@NullMarked
package org.watchword.bench.speed;

import org.jspecify.annotations.NullMarked;
