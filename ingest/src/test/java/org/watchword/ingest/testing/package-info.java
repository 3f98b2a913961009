/** Hand-written stand-ins for the world outside the stage. */
@NullMarked
package org.watchword.ingest.testing;

import org.jspecify.annotations.NullMarked;
