/**
 * What differs from language to language before any model is asked: tags, scripts, case, sentence and word boundaries.
 *
 * <p>{@link org.watchword.analyze.language.Segmenter} cuts a text into sentences and words. English has rules of its own, because the
 * taggers after it expect the words of the Universal Dependencies treebanks; every other language uses the boundaries of Unicode
 * (UAX 29) as ICU knows them. {@link org.watchword.analyze.language.LetterCase} lower-cases rightly for Turkish and Azerbaijani.
 * {@link org.watchword.analyze.language.CommonWords} tells the language of a sentence too short for a model, and
 * {@link org.watchword.analyze.language.Emoji} makes a picture of several characters one word.
 */
@NullMarked
package org.watchword.analyze.language;

import org.jspecify.annotations.NullMarked;
