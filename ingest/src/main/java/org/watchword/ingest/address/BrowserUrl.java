package org.watchword.ingest.address;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Addresses read as browsers read them (WHATWG URL Standard), which is how the people who wrote a page saw its links work: backslashes,
 * line breaks inside, missing schemes, numbers for hosts. Only http and https.
 */
final class BrowserUrl {

    /** In an IPv6 address nothing is decoded. */
    private static final Pattern ESCAPE_IN_IPV6 = Pattern.compile("^[^?#]*[/\\\\]\\[[^\\]/?#]*%");

    private static final String FORBIDDEN_IN_HOST = "\u0000\t\n\r #/<>?@[\\]^|%";

    private BrowserUrl() {}

    /** The address with neither fragment nor user; null when it is none. */
    static @Nullable HttpUrl parse(String written) {
        String clean = clean(written);
        return ESCAPE_IN_IPV6.matcher(clean).find() ? null : checked(HttpUrl.parse(clean));
    }

    /** {@code reference} relative to {@code base}; null when it leads to no http or https address. */
    static @Nullable HttpUrl resolve(HttpUrl base, String reference) {
        String clean = clean(reference);
        return ESCAPE_IN_IPV6.matcher(clean).find() ? null : checked(base.resolve(clean));
    }

    private static @Nullable HttpUrl checked(@Nullable HttpUrl url) {
        if (url == null) {
            return null;
        }
        String host = url.host();
        if (host.indexOf(':') < 0 && host.chars().anyMatch(c -> FORBIDDEN_IN_HOST.indexOf(c) >= 0)) {
            return null;
        }
        HttpUrl.Builder plain = url.newBuilder().fragment(null).username("").password("");
        if (host.indexOf(':') < 0 && Ipv4Number.isMeant(host)) {
            String dotted = Ipv4Number.dotted(host);
            return dotted == null ? null : plain.host(dotted).build();
        }
        return plain.build();
    }

    /** Without control characters and spaces at the ends, and without tabs and line breaks anywhere. */
    private static String clean(String written) {
        int from = 0;
        int to = written.length();
        while (from < to && written.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && written.charAt(to - 1) <= ' ') {
            to--;
        }
        return written.substring(from, to).replaceAll("[\\t\\n\\r]", "");
    }
}
