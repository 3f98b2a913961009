/**
 * Where documents go: the port {@link org.watchword.ingest.publish.DocumentPublisher} and its Kafka side.
 */
@NullMarked
package org.watchword.ingest.publish;

import org.jspecify.annotations.NullMarked;
