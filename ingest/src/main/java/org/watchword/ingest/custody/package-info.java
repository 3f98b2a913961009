/**
 * Who did what with the evidence, and when.
 *
 * <p>{@link org.watchword.ingest.custody.CustodyLog} is a file of JSON lines, each with the digest of the line before; the digest of the line
 * that ends a day vouches for everything before it, and an authority can be asked to put its time under it (RFC 3161).
 * {@link org.watchword.ingest.custody.ArchiveWatch} enters captures, by stretches of archive files and not one by one;
 * {@link org.watchword.ingest.custody.CustodyKeeper} does so beside a running fetcher. {@link org.watchword.ingest.custody.CustodyCheck}
 * finds what was done to the log, or to the archive behind its back.
 */
@NullMarked
package org.watchword.ingest.custody;

import org.jspecify.annotations.NullMarked;
