package org.watchword.desk.page;

/**
 * Between a link from elsewhere and the page it leads to: the browser sends the cookie of a session only from a page of this desk, and
 * this is one.
 *
 * @param to the address that was asked for
 */
public record OpeningView(String to) {}
