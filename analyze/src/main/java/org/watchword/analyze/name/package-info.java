/**
 * Learned names: a linear-chain conditional random field over hashed features.
 *
 * <p>{@link org.watchword.analyze.name.NameModel} holds what was learned, and {@link org.watchword.analyze.name.NameTagger} finds the
 * best sequence of {@link org.watchword.analyze.name.NameLabel labels} with it. A feature is a number, never a text, so that finding
 * names costs little beside the rest of the work. {@link org.watchword.analyze.name.WordKnowledge} brings in lists of names and
 * clusters of words used alike, {@code OtherMentions} what the rest of the document tells of a word. Training is part of {@code bench} and uses
 * {@link org.watchword.analyze.name.FeatureReader}; {@code docs/models/} tells what the shipped models were trained on.
 */
@NullMarked
package org.watchword.analyze.name;

import org.jspecify.annotations.NullMarked;
