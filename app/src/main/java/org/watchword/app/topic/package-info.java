/** Topics read as a whole: {@link org.watchword.app.topic.WholeTopic}. */
@NullMarked
package org.watchword.app.topic;

import org.jspecify.annotations.NullMarked;
