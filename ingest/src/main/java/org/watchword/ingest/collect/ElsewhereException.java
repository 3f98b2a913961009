package org.watchword.ingest.collect;

import org.watchword.ingest.address.WebAddress;

/** A list was sought here and lies beyond the territory. */
final class ElsewhereException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient WebAddress address;

    ElsewhereException(WebAddress address) {
        super("the list lies at " + address.url() + ", whose host is served elsewhere");
        this.address = address;
    }

    WebAddress address() {
        return address;
    }
}
