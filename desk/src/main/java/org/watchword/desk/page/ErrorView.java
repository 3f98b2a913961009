package org.watchword.desk.page;

/**
 * A page that says why there is no other.
 *
 * @param status HTTP status
 * @param title what happened, in a few words
 * @param message what it means and what to do
 */
public record ErrorView(int status, String title, String message) {}
