package org.watchword.index;

/** What a search can be narrowed by, in the order counts are given. Values of one facet are alternatives; all facets must hold. */
public enum Facet {
    /** Category id; a family such as {@code threat} narrows to all of it. */
    CATEGORY("category"),
    /** {@code flagged}, {@code context} or {@code candidate}. */
    STATUS("status"),
    /** {@code high}, {@code medium} or {@code low}: the gravest flag that counts. */
    SEVERITY("severity", "grade"),
    /** Name in full. */
    SPEAKER("speaker"),
    /** What the text says the speaker is, in its own words. */
    OFFICE("office"),
    /** The country that office is of. */
    COUNTRY("country"),
    /** Group id. */
    TARGET("target"),
    /** Source id. */
    SOURCE("source"),
    /** Name of who publishes it. */
    OUTLET("outlet"),
    /** Where that outlet is, as the catalogue says. */
    OUTLET_COUNTRY("outletCountry"),
    /** BCP 47 tag. */
    LANGUAGE("language"),
    /** Rule id. */
    RULE("rule"),
    /** How the page was edited: {@code announced} or {@code silent}. */
    EDITED("edited"),
    /** Where the statement stands in review: {@code unreviewed}, {@code confirmed}, {@code rejected}, {@code needs-context}, … */
    REVIEW("review", "review.state"),
    /** How it came there: {@code single}, {@code agreed}, {@code disputed}, {@code adjudicated}. */
    AGREEMENT("agreement", "review.agreement");

    private final String parameter;
    private final String field;

    Facet(String name) {
        this(name, name);
    }

    Facet(String parameter, String field) {
        this.parameter = parameter;
        this.field = field;
    }

    /** The parameter in an address, which is also the name under which its counts are given. */
    public String parameter() {
        return parameter;
    }

    /** Whether it is of what people decide: on statements, never on documents. */
    public boolean isOfReview() {
        return this == REVIEW || this == AGREEMENT;
    }

    /** Of the index. */
    String field() {
        return field;
    }
}
