/**
 * From a document to its analysis: who said what, and what is flagged.
 *
 * <p>{@link org.watchword.analyze.DocumentAnalyzer} is the whole of it for one text, without Kafka: annotate
 * ({@code text}), find quotes ({@code quote}), flag ({@code rule}), make statements ({@code statement}). One belongs to one thread; a
 * {@link org.watchword.analyze.DocumentAnalyzerFactory} makes them. {@code topology} runs it over the documents topic.
 */
@NullMarked
package org.watchword.analyze;

import org.jspecify.annotations.NullMarked;
