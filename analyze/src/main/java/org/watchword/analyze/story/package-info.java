/**
 * Which pages carry the same text.
 *
 * <p>{@link org.watchword.analyze.story.TextSketch} is what is kept of a text, {@link org.watchword.analyze.story.Likeness} decides
 * whether two texts are copies, and {@link org.watchword.analyze.story.StoryGroups} finds the copies of each page that comes and keeps
 * the stories they make up. It remembers through {@link org.watchword.analyze.story.StoryMemory}, which the topology keeps in state
 * stores.
 *
 * <p>Grouping errs to the safe side: a statement shown as a copy that is none hides what somebody said, a copy that is not
 * recognized only stands there twice.
 */
@NullMarked
package org.watchword.analyze.story;

import org.jspecify.annotations.NullMarked;
