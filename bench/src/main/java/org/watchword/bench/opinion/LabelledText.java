package org.watchword.bench.opinion;

/**
 * A text of a corpus.
 *
 * @param corpus short name of the corpus
 * @param key names what must not be divided between two parts: the text itself, or the speech or thread it is from
 * @param label what the corpus says
 */
record LabelledText(String corpus, String key, Label label, String text) {}
