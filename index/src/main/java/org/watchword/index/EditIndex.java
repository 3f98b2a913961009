package org.watchword.index;

/** Where edited pages are searched. Thread-safe. */
public interface EditIndex {

    /**
     * Finds pages whose words were changed.
     *
     * @throws QueryException when the cursor is not one of ours
     * @throws IndexUnavailableException when the index does not answer
     */
    EditResult edits(EditQuery query);
}
