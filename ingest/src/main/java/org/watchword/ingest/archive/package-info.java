/**
 * The captured bytes, kept as WARC/1.1 (ISO 28500:2017) with one gzip member per record.
 * {@link org.watchword.ingest.archive.Archive} appends, syncs and gives back by
 * {@link org.watchword.model.ArchiveRef}; a record torn by a crash is cut off at the next start.
 */
@NullMarked
package org.watchword.ingest.archive;

import org.jspecify.annotations.NullMarked;
