package org.watchword.index;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

/**
 * One write and the analysis it belongs to.
 *
 * @param input position of the analysis in its batch
 * @param target index and id, for messages
 * @param bytes of the body
 * @param optional whether a missing row may be passed over: the succession of a statement that was never written
 */
record BulkWrite(int input, String target, int bytes, boolean optional, BulkOperation operation) {

    boolean isOf(String index) {
        return target.startsWith(index) && target.startsWith("/", index.length());
    }
}
