package org.watchword.ingest.address;

import org.watchword.model.ContentHash;

/** The hosts that are served from one place. What lies beyond is left to whoever serves it. */
@FunctionalInterface
public interface Territory {

    /** Of the only one who serves. */
    Territory EVERYWHERE = host -> true;

    /** Of one who serves no host. */
    Territory NOWHERE = host -> false;

    /** @param host as in {@link WebAddress#host()} */
    boolean holds(String host);

    /**
     * One of several equal parts of the web. The hosts of a registrable domain are in one part, so that most redirects stay within it and
     * one outlet is asked from one place.
     */
    static Territory part(int number, int parts) {
        return host -> partOf(host, parts) == number;
    }

    /** The number of the part a host is in, from 0; the same on every machine. */
    static int partOf(String host, int parts) {
        String digest = ContentHash.sha256Hex(WebAddress.siteOf(host));
        return (int) (Long.parseLong(digest, 0, 8, 16) % parts);
    }
}
