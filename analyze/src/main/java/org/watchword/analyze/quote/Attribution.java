package org.watchword.analyze.quote;

import org.jspecify.annotations.Nullable;
import org.watchword.model.QuoteKind;

/**
 * Source, cue and content as token ranges of one passage.
 *
 * @param quote index of the quoted span that is the content, or -1 when the content is the range
 * @param cue absent for words that merely go on
 * @param source absent when the words do not name one
 */
record Attribution(
        TokenRange content,
        int quote,
        QuoteKind kind,
        @Nullable TokenRange cue,
        @Nullable TokenRange source,
        double confidence) {}
