/**
 * A second opinion beside the rules: a model, learned from labelled corpora, of whether a sentence degrades or threatens the group it
 * names.
 *
 * <p>{@link org.watchword.analyze.opinion.SecondOpinion} stands around the rules as a flagger of its own. It reads each sentence with the
 * names of groups, and all other names, replaced by placeholders ({@code MaskedSentence}), so that no name can carry weight; takes words,
 * runs of words and families of words as features ({@link org.watchword.analyze.opinion.OpinionFeatures}); and asks
 * {@link org.watchword.analyze.opinion.OpinionModel} for a calibrated score. Where no rule saw anything, the score is high and no guard
 * fires, it raises a candidate. On a flag it notes what the model thinks, and changes nothing else.
 *
 * <p>Made and measured by {@code bench/run train-opinion}; {@code docs/models/second-opinion.en.md} says from what, and how well it does.
 * It is off unless {@code analyze.secondOpinion} says otherwise.
 */
@NullMarked
package org.watchword.analyze.opinion;

import org.jspecify.annotations.NullMarked;
