package org.watchword.ingest.evidence;

/**
 * Something to be done by hand, in the folder into which a package was unpacked, with programs that are not ours.
 *
 * @param what it shows
 * @param command for a POSIX shell with GNU coreutils
 * @param expect what it must print, or contain; empty when it is to be read
 */
record Step(String what, String command, String expect) {}
