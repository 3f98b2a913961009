package org.watchword.ingest.frontier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the changes of a state are kept besides its file, so that another machine can take the state up where this one left it. The
 * journal comes first: a change that is in the file is in the journal, and a state is always what its journal says.
 */
public interface Journal {

    /** Keeps nothing: the file is all there is. */
    Journal NONE = new Journal() {
        @Override
        public boolean keepsRows() {
            return false;
        }

        @Override
        public void commit(List<Row> rows, List<Outgoing> outgoing) {
            if (!outgoing.isEmpty()) {
                throw new IllegalStateException("nobody takes what goes out of this state");
            }
        }
    };

    /** Whether rows are kept, and the file is only a copy. */
    boolean keepsRows();

    /**
     * Keeps the changes of one transaction and sends what goes with them: all or nothing.
     *
     * @param rows of {@link #keepsRows()} only
     * @throws TooLargeException when one of them is too large; nothing was kept
     * @throws StateException when it cannot be said whether they were kept: the state is then not used any more
     */
    void commit(List<Row> rows, List<Outgoing> outgoing);

    /**
     * A row as it is now.
     *
     * @param table where it stands
     * @param key values of its primary key, as a JSON array
     * @param values by column, as a JSON object; absent when the row is gone
     */
    record Row(String table, String key, @Nullable String values) {}

    /** A record is larger than the receiver takes. */
    final class TooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public TooLargeException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
