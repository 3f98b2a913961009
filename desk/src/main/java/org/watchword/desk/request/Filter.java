package org.watchword.desk.request;

/** What a search can be narrowed by. Values of one filter are alternatives; all filters must hold. */
public enum Filter {
    STATUS("status"),
    CATEGORY("category"),
    SPEAKER("speaker"),
    TARGET("target"),
    SOURCE("source"),
    LANGUAGE("language"),
    EDITED("edited");

    private final String parameter;

    Filter(String parameter) {
        this.parameter = parameter;
    }

    /** The parameter in an address, which is also the name of the facet. */
    public String parameter() {
        return parameter;
    }
}
