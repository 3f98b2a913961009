/**
 * What takes a flag back: negation, condemnation, another's voice and the other reasons why matching words accuse nobody.
 *
 * <p>Each {@link org.watchword.analyze.guard.Guard} looks at one {@link org.watchword.analyze.guard.Finding} and may answer with a
 * reason. A guard that answers lowers the flag to {@code context}; it never deletes it. {@link org.watchword.analyze.guard.Guards}
 * holds all ten in order. The cue words come from the lists {@code guard-…} of the finding's language, so that a new language needs
 * words and no code.
 */
@NullMarked
package org.watchword.analyze.guard;

import org.jspecify.annotations.NullMarked;
