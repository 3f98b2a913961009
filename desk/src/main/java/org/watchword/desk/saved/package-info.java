/**
 * Searches kept under a name: {@link org.watchword.desk.saved.SavedSearchEditor} says who may change which, the same for pages and API.
 */
@NullMarked
package org.watchword.desk.saved;

import org.jspecify.annotations.NullMarked;
