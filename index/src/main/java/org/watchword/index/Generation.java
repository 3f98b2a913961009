package org.watchword.index;

import java.util.List;

/**
 * A generation of indices: what the line or one replay has made.
 *
 * @param name what its indices have between the prefix and their own names, such as {@code g2-1f3a9c20-}; empty for the first
 * @param number from 1, in the order in which generations were begun
 * @param state whether it serves
 * @param indices its indices, in order of name
 * @param statements rows of statements in it
 * @param bytes what it takes up on the server's disks
 */
public record Generation(String name, int number, State state, List<String> indices, long statements, long bytes) {

    /** Whether searches are answered from it. */
    public enum State {
        /** The aliases of the line are on it. */
        SERVES,
        /** It served before another took its place. */
        REPLACED,
        /** It has aliases of its own only: a replay is filling it, was stopped, or was made to be compared. */
        BESIDE
    }

    public Generation {
        indices = List.copyOf(indices);
    }
}
