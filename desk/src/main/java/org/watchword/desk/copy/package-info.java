/** Pages as they were captured, made safe to look at: {@link org.watchword.desk.copy.CopySource}. */
@NullMarked
package org.watchword.desk.copy;

import org.jspecify.annotations.NullMarked;
