package org.watchword.desk.page;

import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;

/** What the search page shows: statements, or the documents they stand in. */
public enum Unit {
    STATEMENTS("/", "/api/statements", "statement", "statements"),
    DOCUMENTS("/documents", "/api/documents", "document", "documents");

    private final String path;
    private final String api;
    private final String one;
    private final String many;

    Unit(String path, String api, String one, String many) {
        this.path = path;
        this.api = api;
        this.one = one;
        this.many = many;
    }

    public String path() {
        return path;
    }

    public String one() {
        return one;
    }

    public String many() {
        return many;
    }

    /** The page that shows a search. */
    public String page(SearchRequest search) {
        return SearchAddress.at(path, search);
    }

    /** The same search in the JSON API. */
    public String api(SearchRequest search) {
        return SearchAddress.at(api, search);
    }
}
