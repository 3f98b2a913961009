/**
 * What words stand for: protected groups and lists of words that rules name.
 *
 * <p>{@link org.watchword.analyze.lexicon.Lexicons#load} reads one or more folders (the shipped one, an organisation's own). A folder
 * holds {@code groups/*.yaml} with peoples, faiths and the other protected characteristics, and {@code <language>/*.yaml} with word
 * lists such as {@code @vermin}. {@link org.watchword.analyze.lexicon.GroupFinder} finds where a text names a group, and what
 * {@code they} stands for when only one group can be meant.
 */
@NullMarked
package org.watchword.analyze.lexicon;

import org.jspecify.annotations.NullMarked;
