/**
 * Several fetchers that share the work, over Kafka (docs/adr).
 *
 * <p>The web is divided into as many parts as the topics {@code fetch-requests} and {@code frontier} have partitions; a host is in the part
 * of its registrable domain. The consumer group of the fetchers assigns each part to one of them
 * ({@link org.watchword.ingest.fleet.Fleet}). A part's state, the same as the only fetcher's of a machine, is kept row by row in its
 * partition of {@code frontier} ({@link org.watchword.ingest.fleet.PartJournal}) and restored from there by whoever is given the part. What
 * one part finds for another travels over {@code fetch-requests}.
 *
 * <p>A host is never asked by two: before each request a fetcher looks whether its {@link org.watchword.ingest.fleet.Session} still holds,
 * and who takes up a part that was not laid down waits until nothing of its last holder can be under way. A page is never lost and never
 * counted twice: its end, its counters, its document and the requests it leads to are one Kafka transaction, and only the part's present
 * holder can commit one.
 */
@NullMarked
package org.watchword.ingest.fleet;

import org.jspecify.annotations.NullMarked;
