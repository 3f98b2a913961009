/**
 * The captured bytes, kept as WARC 1.1 (ISO 28500:2017) with one gzip member per record.
 *
 * <p>{@link org.watchword.ingest.archive.Archive} is what a fetcher writes to: it appends the records of an exchange, shares one
 * {@code fsync} among the threads that wait for it, begins a new file when one is full, and writes a {@code revisit} for a payload it
 * holds already. {@link org.watchword.ingest.archive.ArchiveFolder} is how everybody else reads: by
 * {@link org.watchword.model.ArchiveRef}, by record id, by digest, by address and time, without a server and while others write.
 *
 *
 * <p>Beside each WARC file lie two files of sorted lines (CDXJ, and ids with digests), which can be made from it again at any time.
 * A record torn by a crash is cut off at the next start; a file damaged elsewhere is left as it is.
 */
@NullMarked
package org.watchword.ingest.archive;

import org.jspecify.annotations.NullMarked;
