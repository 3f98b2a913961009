package org.watchword.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is searched: statements, or documents. Their rows have the same names for the same things.
 *
 * @param hidden rows that are not to be found
 * @param facets what is counted
 * @param unshown fields that no hit needs
 * @param highlight how what was found is marked
 */
record Searched(Query hidden, List<Facet> facets, List<String> unshown, Highlight highlight) {

    /** A statement that stands in a later version of its page is found there. */
    static final Searched STATEMENTS =
            new Searched(exists("supersededBy"), List.of(Facet.values()), List.of("lemmas"), whole());

    /** A page of which no more than its story is known yet is none; and people decide on statements. */
    static final Searched DOCUMENTS = new Searched(
            Query.of(q -> q.bool(b -> b.mustNot(exists("date")))),
            Arrays.stream(Facet.values()).filter(facet -> !facet.isOfReview()).toList(),
            DocumentRows.UNSHOWN,
            passages());

    /** Characters of a document's passage, about. */
    static final int PASSAGE = 220;

    private static Query exists(String field) {
        return Query.of(q -> q.exists(e -> e.field(field)));
    }

    private static Highlight whole() {
        return highlight(h -> h.numberOfFragments(0));
    }

    private static Highlight passages() {
        return highlight(h -> h.numberOfFragments(DocumentHit.MOST_PASSAGES).fragmentSize(PASSAGE));
    }

    private static Highlight highlight(UnaryOperator<Highlight.Builder> pieces) {
        return pieces.apply(new Highlight.Builder())
                .preTags(Highlighting.OPEN)
                .postTags(Highlighting.CLOSE)
                .requireFieldMatch(false)
                .fields("text", f -> f.type("unified"))
                .build();
    }
}
