package org.watchword.index;

/**
 * A row as it was written: once a search finds it so or newer, it finds what was written before it too.
 *
 * @param index alias
 * @param id of the row
 * @param sequence the number that the server gave to the write
 */
record Landmark(String index, String id, long sequence) {}
