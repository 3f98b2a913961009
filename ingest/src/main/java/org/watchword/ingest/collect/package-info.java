/**
 * From one source, address or line to an ended attempt: captured, archived, extracted, published, counted.
 */
@NullMarked
package org.watchword.ingest.collect;

import org.jspecify.annotations.NullMarked;
