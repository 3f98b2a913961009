package org.watchword.desk.digest;

import java.util.Locale;

/** A way out of the house. */
public enum Format {
    /** A message to each recipient, as text and HTML. */
    MAIL,
    /** A feed for a feed reader. */
    ATOM,
    HTML,
    MARKDOWN,
    /** JSON, posted to an address. */
    WEBHOOK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
