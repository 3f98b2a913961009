package org.watchword.ingest.evidence;

import org.watchword.ingest.archive.CaptureRecords;

/**
 * A claim with what is packed for it.
 *
 * @param records of its capture
 * @param verification what came of verifying it before it was packed
 */
record PackedClaim(Claim claim, CaptureRecords records, Verification verification) {}
