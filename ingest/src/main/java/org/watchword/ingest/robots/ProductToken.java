package org.watchword.ingest.robots;

/** The name by which a robots.txt calls a crawler: letters, {@code _} and {@code -} (RFC 9309, 2.2.1). */
public final class ProductToken {

    private ProductToken() {}

    /** Whether {@code name} can stand in a {@code User-agent} line as it is. */
    public static boolean isValid(String name) {
        return !name.isEmpty() && leading(name).equals(name);
    }

    /** The token that {@code value} begins with, as in {@code Watchword/1.2}; empty when it begins with none. */
    public static String leading(String value) {
        int end = 0;
        while (end < value.length() && isPart(value.charAt(end))) {
            end++;
        }
        return value.substring(0, end);
    }

    private static boolean isPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-';
    }
}
