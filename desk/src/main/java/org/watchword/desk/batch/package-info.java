/**
 * Many searches counted at once: {@link org.watchword.desk.batch.BatchFile} reads them from a table, {@link org.watchword.desk.batch.Batch}
 * counts them, {@link org.watchword.desk.batch.BatchTable} writes the counts as a table, {@link org.watchword.desk.batch.BatchKeeping} keeps the
 * searches under their names. A line that cannot be used is named by its number; the others are counted.
 */
@NullMarked
package org.watchword.desk.batch;

import org.jspecify.annotations.NullMarked;
