/** The desk from outside: over HTTP, and in a browser, on an index that lies in memory. */
@NullMarked
package org.watchword.desk;

import org.jspecify.annotations.NullMarked;
