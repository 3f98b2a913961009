/**
 * What to collect: {@link org.watchword.ingest.source.Source} in its kinds and the
 * {@link org.watchword.ingest.source.SourceCatalog} that reads them from YAML files. A mistake in a file is an error that names file,
 * line and column; a mistyped key is answered with the nearest known one.
 */
@NullMarked
package org.watchword.ingest.source;

import org.jspecify.annotations.NullMarked;
