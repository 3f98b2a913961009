/** Where the claims come from that are to be verified or packed: a running instance's index, a file, or a package. */
@NullMarked
package org.watchword.app.evidence;

import org.jspecify.annotations.NullMarked;
