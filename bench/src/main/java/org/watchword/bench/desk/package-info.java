/**
 * How quickly the desk answers over many statements: {@link org.watchword.bench.desk.DeskLatencyCommand} fills a real index with
 * {@link org.watchword.bench.desk.MadeUpRows} and asks a real desk over HTTP.
 */
@NullMarked
package org.watchword.bench.desk;

import org.jspecify.annotations.NullMarked;
