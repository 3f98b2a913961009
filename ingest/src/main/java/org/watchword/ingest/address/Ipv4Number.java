package org.watchword.ingest.address;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Host names that are numbers, as browsers read them: {@code 0x7f.1}, {@code 2130706433} and {@code 127.0.0.1} are one address
 * (WHATWG URL Standard, "ends in a number checker" and "IPv4 parser"). Written so, an address of this machine would pass for a name.
 */
final class Ipv4Number {

    private static final long BEYOND = 1L << 32;

    private Ipv4Number() {}

    /** Whether the last label makes the host an IPv4 address or nothing. */
    static boolean isMeant(String host) {
        String[] labels = labels(host);
        String last = labels[labels.length - 1];
        return !last.isEmpty() && (last.chars().allMatch(c -> c >= '0' && c <= '9') || number(last) >= 0);
    }

    /** Four decimal numbers; null when the host is no address. */
    static @Nullable String dotted(String host) {
        String[] labels = labels(host);
        if (labels.length > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < labels.length; i++) {
            long value = number(labels[i]);
            boolean last = i == labels.length - 1;
            long limit = last ? BEYOND >> 8 * i : 256;
            if (value < 0 || value >= limit) {
                return null;
            }
            address += last ? value : value << 8 * (3 - i);
        }
        return String.format(
                Locale.ROOT, "%d.%d.%d.%d", address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
    }

    private static String[] labels(String host) {
        return (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
    }

    /** Decimal, octal after {@code 0}, hexadecimal after {@code 0x}; -1 for anything else. */
    private static long number(String label) {
        int radix = 10;
        String digits = label;
        if (label.length() >= 2 && label.regionMatches(true, 0, "0x", 0, 2)) {
            radix = 16;
            digits = label.substring(2);
        } else if (label.length() >= 2 && label.charAt(0) == '0') {
            radix = 8;
            digits = label.substring(1);
        }
        if (digits.isEmpty()) {
            return radix == 10 ? -1 : 0;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = Math.min(BEYOND, value * radix + digit);
        }
        return value;
    }
}
