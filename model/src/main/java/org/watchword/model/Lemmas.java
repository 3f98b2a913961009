package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Dictionary forms for searching, separated by single spaces, lower case, in text order.
 *
 * @param document those of the whole text
 * @param statements those of each statement, by statement id
 */
@JsonPropertyOrder({"document", "statements"})
public record Lemmas(String document, SortedMap<String, String> statements) {

    public Lemmas {
        statements = java.util.Collections.unmodifiableSortedMap(new TreeMap<String, String>(statements));
    }

    public static Lemmas none() {
        return new Lemmas("", new TreeMap<>(Map.of()));
    }
}
