/**
 * How well lists and addresses are read: feeds, sitemaps and URLs of published conformance suites, against what the suites expect.
 */
@NullMarked
package org.watchword.bench.discovery;

import org.jspecify.annotations.NullMarked;
