/**
 * From a statement to its bytes.
 *
 * <p>{@link org.watchword.ingest.evidence.EvidenceVerifier} recomputes every link of the chain for a
 * {@link org.watchword.ingest.evidence.Claim} and says which holds and what differs. {@link org.watchword.ingest.evidence.EvidencePackage}
 * packs claims with their records, texts, custody entries and a report into a WACZ file, which can be verified with {@code unzip},
 * {@code sha256sum} and {@code gzip} alone; {@link org.watchword.ingest.evidence.PackedEvidence} reads one back.
 *
 * <p>What is proved is that these words were captured there and then. Who is meant by them, and what they mean, is read by rules, and is
 * not proved by any digest.
 */
@NullMarked
package org.watchword.ingest.evidence;

import org.jspecify.annotations.NullMarked;
