package org.watchword.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks the server, and turns its refusals into ours. */
final class Answers {

    private static final int CONFLICT = 409;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ElasticsearchConnection connection;

    Answers(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    /** A request that may fail. */
    interface Question<T> {
        @Nullable
        T ask() throws IOException;
    }

    /** The answer; empty when there is none, or no index yet. */
    <T> Optional<T> ask(Question<T> question) {
        return ask(question, column -> -1);
    }

    /**
     * The answer, likewise.
     *
     * @param place where in a person's text lies what the server names in the query it was given
     */
    <T> Optional<T> ask(Question<T> question, IntUnaryOperator place) {
        try {
            return Optional.ofNullable(question.ask());
        } catch (ElasticsearchException e) {
            if ("index_not_found_exception".equals(e.error().type())) {
                return Optional.empty();
            }
            if (e.status() == 400) {
                int column = QueryFailure.column(e);
                throw new QueryException(QueryFailure.inWords(e), column < 0 ? -1 : place.applyAsInt(column));
            }
            throw unavailable(e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** The answer; empty also when somebody else has changed the document in the meantime, or made one of this id. */
    <T> Optional<T> unlessConflicting(Question<T> writing) {
        return ask(() -> {
            try {
                return writing.ask();
            } catch (ElasticsearchException e) {
                if (e.status() == CONFLICT) {
                    return null;
                }
                throw e;
            } catch (ResponseException e) {
                // The client takes only some refusals for answers; a conflict it passes on as it came.
                if (e.getResponse().getStatusLine().getStatusCode() == CONFLICT) {
                    return null;
                }
                throw e;
            }
        });
    }

    static @Nullable ObjectNode source(GetResponse<BinaryData> response) {
        return response.found() ? row(response.source()) : null;
    }

    static ObjectNode row(@Nullable BinaryData source) {
        if (source == null) {
            throw new IllegalStateException("the index keeps no sources");
        }
        try {
            return (ObjectNode) JSON.readTree(source.asInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("a row cannot be read", e);
        }
    }

    /** An aggregation that was asked for, and so is in the answer. */
    static Aggregate named(Map<String, Aggregate> aggregations, String name) {
        return Objects.requireNonNull(aggregations.get(name), name);
    }

    private IndexUnavailableException unavailable(Exception e) {
        return new IndexUnavailableException(
                "Elasticsearch at " + connection.address() + " does not answer: " + Failures.inWords(e), e);
    }
}
