/** How rightly robots.txt files are read: {@code bench/run robots FOLDER}. */
@NullMarked
package org.watchword.bench.robots;

import org.jspecify.annotations.NullMarked;
