/**
 * The past of the line done anew, with other rules or another extractor.
 *
 * <p>{@link org.watchword.app.replay.Replay} runs the stages of the line once more beside it, in topics and indices of their own;
 * {@code ReplayFeed} hands them the past, throttled and exactly once; {@code ReplayReport} tells what changed.
 */
@NullMarked
package org.watchword.app.replay;

import org.jspecify.annotations.NullMarked;
