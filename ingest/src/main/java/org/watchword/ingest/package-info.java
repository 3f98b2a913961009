/**
 * Collecting: from configured sources to archived, published documents.
 *
 * <p>The work is done in {@link org.watchword.ingest.Share}s: one where a process fetches alone, one for each part of the web it has been
 * given where several share the work ({@code fleet}).
 *
 * <p>{@link org.watchword.ingest.FetchRole} runs the stage. It takes sources from a
 * {@link org.watchword.ingest.source.SourceCatalog}, finds page links ({@code discover}), keeps them in the {@code frontier}, fetches
 * them politely ({@code robots}, {@code http}), writes what was received to the {@code archive}, turns it into text through the port
 * in {@code page} and publishes a {@link org.watchword.model.Document} through the port in {@code publish}.
 *
 * <p>What was collected is proved by {@code evidence}, from a statement back to the bytes in the archive; {@code custody} keeps who did what
 * with it.
 *
 * <p>Order of writes, which makes delivery at least once: archive synced, document noted as pending, published and acknowledged,
 * state and counters committed together. After a kill the pending documents are published again; the next stage knows them by id and
 * text digest.
 */
@NullMarked
package org.watchword.ingest;

import org.jspecify.annotations.NullMarked;
