/**
 * Web addresses: one spelling per page, so that a page is one document however it was linked.
 */
@NullMarked
package org.watchword.ingest.address;

import org.jspecify.annotations.NullMarked;
