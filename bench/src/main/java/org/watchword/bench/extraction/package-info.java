/**
 * How well pages are read: article text, dates, transcripts and encodings, measured on labelled pages that are not in this repository.
 *
 * <p>{@link org.watchword.bench.extraction.PageCorpus} knows a folder by the file that holds its labels. Every figure is given three
 * times: on all pages, on the half of the sites that rules may be tuned on, and on the half that nobody looks at
 * ({@link org.watchword.bench.extraction.Half}); folds by site show how far a figure moves from one set of outlets to another.
 */
@NullMarked
package org.watchword.bench.extraction;

import org.jspecify.annotations.NullMarked;
