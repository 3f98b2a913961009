/** The decisions of reviewers in Kafka, for the desk and for the command line. */
@NullMarked
package org.watchword.app.review;

import org.jspecify.annotations.NullMarked;
