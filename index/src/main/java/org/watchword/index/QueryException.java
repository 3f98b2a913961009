package org.watchword.index;

/** A search text that cannot be understood. The message is for the person who typed it. */
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /** @param position UTF-16 unit in the query text where the trouble is; -1 when unknown */
    public QueryException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** UTF-16 unit in the query text; -1 when unknown. */
    public int position() {
        return position;
    }
}
