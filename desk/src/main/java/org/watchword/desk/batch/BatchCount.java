package org.watchword.desk.batch;

import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementSummary;

/**
 * What came of one search of a batch.
 *
 * @param line the search
 * @param summary what it finds; absent when it could not be counted
 * @param problem why not; empty when it was
 */
public record BatchCount(BatchLine line, @Nullable StatementSummary summary, String problem) {}
