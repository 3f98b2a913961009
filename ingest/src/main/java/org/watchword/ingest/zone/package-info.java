/**
 * How feeds and pages write time zones: {@link org.watchword.ingest.zone.ZoneText} reads the abbreviations of the press and numeric
 * offsets.
 */
@NullMarked
package org.watchword.ingest.zone;

import org.jspecify.annotations.NullMarked;
