package org.watchword.app.config;

/**
 * Words that must not reach a log; {@code toString} hides them.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
