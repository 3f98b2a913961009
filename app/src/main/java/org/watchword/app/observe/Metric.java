package org.watchword.app.observe;

import java.util.Locale;

/** The meters of our own, with the words that {@code /metrics} says of them. */
enum Metric {
    ACCOUNT_DOCUMENTS("documents that ended so, since the data was first created, of the parts this process counts"),
    ACCOUNT_IN_DOCUMENTS(
            "documents that a stage has taken to an end, since the data was first created, of the parts this process counts"),
    DOCUMENTS("documents that ended so here since this process was started"),
    READY("1 when a role does its work, 0 when something keeps it from that; /health says what"),
    FETCH_REQUEST("time of requests to web servers, by what came of them"),
    FETCH_BYTES("bytes of bodies received from web servers"),
    FETCH_HOSTS("hosts in the queue: known, due, and under way"),
    FETCH_PAGES_FOUND("pages that lists, feeds and sitemaps named"),
    FETCH_PASSES("passes over a source's lists, by whether they could be read"),
    ANALYZE_DOCUMENT("time of a record of the documents topic, from its turn to its end"),
    ANALYZE_STEP("time of the steps of an analysis"),
    ANALYZE_THREADS("stream threads that are alive"),
    ANALYZE_STATEMENTS("statements found, by whether they are flagged"),
    INDEX_BULK("time of bulk requests to Elasticsearch"),
    INDEX_BULK_WRITES("writes in a bulk request"),
    INDEX_BULK_BYTES("bytes of a bulk request"),
    INDEX_RETRIES("requests to Elasticsearch that are made again because it was away or overloaded"),
    DELAY("what documents took on each leg of their way, from the page to a search hit");

    private final String help;

    Metric(String help) {
        this.help = help;
    }

    /** Micrometer's form: {@code watchword.fetch.request}. */
    String id() {
        return "watchword." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    String help() {
        return help;
    }
}
