package org.watchword.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import java.util.Objects;

/** The server's refusal of a query, said for the person who typed it. */
final class QueryFailure {

    private QueryFailure() {}

    static String inWords(ElasticsearchException refused) {
        ErrorCause cause = refused.error();
        if (!cause.rootCause().isEmpty()) {
            cause = cause.rootCause().get(0);
        }
        String reason = Objects.toString(cause.reason(), Objects.toString(cause.type(), ""));
        if (reason.contains("too_many_nested_clauses") || reason.contains("maxClauseCount")) {
            return "The query asks for too many different words; make the parts before * longer";
        }
        if (reason.startsWith("Failed to parse query")) {
            return "The query cannot be read; check its quotation marks, brackets and the words AND, OR, NOT";
        }
        return "The search cannot be run: " + reason;
    }
}
