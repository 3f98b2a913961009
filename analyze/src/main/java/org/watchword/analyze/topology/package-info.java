/**
 * The documents topic in, the analyses topic out, exactly once.
 *
 * <p>{@link org.watchword.analyze.topology.AnalyzeTopology} is a pure function of its settings; {@link
 * org.watchword.analyze.topology.AnalyzeRole} runs it against a broker. Documents are keyed by page, so all versions of a page meet in
 * one partition, whose {@link org.watchword.analyze.topology.VersionHistory} tells a redelivered version from a new one and says,
 * whatever the order of arrival, which statements a later capture repeated and which it dropped.
 *
 * <p>With each version travels the page's {@link org.watchword.model.PageHistory}: every change between captures that follow each other,
 * word by word, and whether it was silent. It is told anew when a late capture falls between two others.
 *
 * <p>A page's newest text travels on as a sketch to {@link org.watchword.analyze.topology.StoryTopology}, where one task compares each
 * with all others and tells which pages are copies. A text that was just analysed is not analysed again
 * ({@link org.watchword.analyze.AnalysisReuse}) and counted as {@code emitted:reused}.
 *
 * <p>Every record ends in one counted status: {@code emitted}, {@code duplicate:redelivered}, {@code unchanged} (the same text captured
 * again) or {@code dead-lettered:CODE}. Counters live in a state store and change in the transaction that writes the outcome.
 *
 * <p>A rule that throws ends no record: the document goes on without it, and the stage {@code rules} counts {@code failed:RULE}.
 *
 * <p>What a killed process left in its stores is discarded before they are opened ({@code LocalState}) and read anew from the broker.
 *
 * <p>{@link org.watchword.analyze.topology.AnalyzeListener} is the way out for metrics and the log: who listens is not known here.
 * The header {@code traceparent} travels from document to analysis ({@link org.watchword.model.Trace}), and {@code analyzed-at} is added.
 *
 * <p>A record with the header {@code replay} is analysed again even if its version is known.
 */
@NullMarked
package org.watchword.analyze.topology;

import org.jspecify.annotations.NullMarked;
