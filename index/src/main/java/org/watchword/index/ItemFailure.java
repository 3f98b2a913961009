package org.watchword.index;

/**
 * A write the server will never accept.
 *
 * @param input position of the analysis in its batch
 * @param reason what the server said
 */
record ItemFailure(int input, String reason) {}
