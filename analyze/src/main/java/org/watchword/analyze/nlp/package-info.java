/**
 * The only place that knows OpenNLP.
 *
 * <p>{@link org.watchword.analyze.nlp.NlpModels} loads the models once; they are immutable and shared. An
 * {@link org.watchword.analyze.nlp.AnnotatorFactory} makes an {@link org.watchword.analyze.nlp.OpenNlpAnnotator} for every thread,
 * because the tools that use the models keep state while they work. {@link org.watchword.analyze.nlp.WordLemmas} gives search queries
 * the dictionary forms the text was indexed with.
 *
 * <p>English is tagged and lemmatized with the Universal Dependencies models of the OpenNLP project. The lemma of a word is a
 * function of the word and its tag alone, so that it can be kept and is the same wherever the word stands. Every other language
 * gets sentences and words from ICU, the folded word as its lemma and no part of speech.
 */
@NullMarked
package org.watchword.analyze.nlp;

import org.jspecify.annotations.NullMarked;
