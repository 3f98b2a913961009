package org.watchword.desk.batch;

import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.SearchRequest;

/**
 * One search of a batch.
 *
 * @param number of the line it begins in, from 1
 * @param name by which its author knows it; empty for none
 * @param search what is asked; absent when the line cannot be used
 * @param problem why it cannot be used; empty when it can
 */
public record BatchLine(long number, String name, @Nullable SearchRequest search, String problem) {

    static BatchLine bad(long number, String name, String problem) {
        return new BatchLine(number, name, null, problem);
    }
}
