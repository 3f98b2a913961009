/** How well copies of texts are told from other texts. */
@NullMarked
package org.watchword.bench.story;

import org.jspecify.annotations.NullMarked;
