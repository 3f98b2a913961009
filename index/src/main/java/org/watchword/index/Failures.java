package org.watchword.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.transport.TransportException;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Failed requests in words. */
final class Failures {

    /** Of one part of a reason, in UTF-16 units: enough for the field and the value's beginning. */
    private static final int LONGEST = 400;

    private Failures() {}

    private static final int UNAUTHORIZED = 401;

    /** What went wrong at the root, in one line. */
    static String inWords(Throwable failure) {
        if (unauthorized(failure)) {
            return "it refused our credentials; see elasticsearch.apiKeyFile, or username and passwordFile";
        }
        return TlsFailure.inWords(failure, "elasticsearch.caFile").orElseGet(() -> root(failure));
    }

    /** Whether the server asked for credentials that we do not have, or did not take those we gave. */
    static boolean unauthorized(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            // An answer to HEAD has no body, so the client does not see Elasticsearch's own error in it.
            if (at instanceof ElasticsearchException refused && refused.status() == UNAUTHORIZED
                    || at instanceof TransportException answer && answer.statusCode() == UNAUTHORIZED) {
                return true;
            }
        }
        return false;
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            root = next;
            if (next instanceof ElasticsearchException refused) {
                return refused.status() + " " + refused.error().type() + ": "
                        + Objects.toString(refused.error().reason(), "");
            }
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : inWords(root.getMessage());
    }

    /** Of an answer that the client does not understand, its first line says the status, and the rest is what the server answered. */
    private static String inWords(String message) {
        String first = message.lines().findFirst().orElse("");
        String answer =
                message.substring(Math.min(message.length(), first.length())).strip();
        if (!answer.startsWith("{")) {
            return first;
        }
        try {
            JsonNode error = JsonMapper.shared().readTree(answer).path("error");
            String type = error.path("type").asString("");
            return type.isEmpty()
                    ? first
                    : first + ": "
                            + shortened(type + ": " + error.path("reason").asString(""));
        } catch (JacksonException e) {
            // It was cut off, or comes from something between us and the server.
            return first;
        }
    }

    /** Why one item of a bulk request was refused, with the cause beneath; the server repeats the refused value, which can be long. */
    static String inWords(ErrorCause refused) {
        ErrorCause cause = refused.causedBy();
        return part(refused) + (cause == null ? "" : ": " + part(cause));
    }

    private static String part(ErrorCause cause) {
        return shortened(cause.type() + ": " + Objects.toString(cause.reason(), ""));
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    /** Whether the server refused a request for what is in it, or for its size: no time and no other key helps then. */
    static boolean isRefusal(Throwable failure) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (next instanceof ElasticsearchException refused) {
                return refused.status() == 400 || refused.status() == 413;
            }
        }
        return false;
    }

    /** Whether trying again later can help: anything but an answer that refuses the request for what it is. */
    static boolean passing(Throwable failure) {
        if (failure instanceof OtherVersionException) {
            return false;
        }
        return !(failure instanceof ElasticsearchException refused)
                || refused.status() == 429
                || refused.status() == 408
                || refused.status() >= 500;
    }
}
