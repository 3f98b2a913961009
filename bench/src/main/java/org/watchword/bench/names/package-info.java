/**
 * Trains and measures the model of names.
 *
 * <p>{@link org.watchword.bench.names.TrainNamesCommand} reads labelled corpora and lists of names, and writes the model that
 * {@link org.watchword.analyze.name.NameModel} reads. {@link org.watchword.bench.names.PeerNamesCommand} counts what a peer finds in the same texts.
 */
@NullMarked
package org.watchword.bench.names;

import org.jspecify.annotations.NullMarked;
