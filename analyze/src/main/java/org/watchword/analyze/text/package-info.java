/**
 * Text with what language work has found in it: the common ground of name finding, quote finding and rules.
 *
 * <p>An {@link org.watchword.analyze.text.Annotator} turns text into an {@link org.watchword.analyze.text.AnnotatedText}: sentences
 * and tokens with lemma and part of speech, names after that. Everything is immutable and holds offsets into the original text, so
 * that a finding can always be shown in the words as they were captured.
 */
@NullMarked
package org.watchword.analyze.text;

import org.jspecify.annotations.NullMarked;
