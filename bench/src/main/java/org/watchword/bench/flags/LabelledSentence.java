package org.watchword.bench.flags;

/**
 * A text and what is expected of it.
 *
 * @param id stable
 * @param dangerous whether it must be flagged; a look-alike must not be
 * @param family the category of a dangerous text; the category or guard that a look-alike tests
 * @param register what it would be heard or read as
 * @param text one to three sentences
 */
record LabelledSentence(String id, boolean dangerous, String family, String register, String text) {}
