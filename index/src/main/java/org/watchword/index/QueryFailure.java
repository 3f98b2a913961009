package org.watchword.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import java.util.Objects;
import java.util.regex.Pattern;

/** The server's refusal of a query, said for the person who typed it. */
final class QueryFailure {

    private QueryFailure() {}

    private static final Pattern COLUMN = Pattern.compile("at line \\d+, column (\\d+)");

    /** UTF-16 unit in the server's query where it stumbled; -1 when it does not say. */
    static int column(ElasticsearchException refused) {
        for (ErrorCause cause = refused.error(); cause != null; cause = cause.causedBy()) {
            var found = COLUMN.matcher(Objects.toString(cause.reason(), ""));
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
        }
        // Searches that fail on a shard say so there only.
        var shards = COLUMN.matcher(String.valueOf(refused.error().metadata().get("failed_shards")));
        return shards.find() ? Integer.parseInt(shards.group(1)) : -1;
    }

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
