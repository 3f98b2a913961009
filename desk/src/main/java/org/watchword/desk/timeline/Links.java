package org.watchword.desk.timeline;

import org.watchword.desk.page.Paths;

/**
 * Addresses that lead back to the desk.
 *
 * @param base where the desk is reached, without a slash at its end
 */
public record Links(String base) {

    public Links {
        base = base.replaceFirst("/+$", "");
    }

    String statement(String id) {
        return base + Paths.statement(id);
    }
}
