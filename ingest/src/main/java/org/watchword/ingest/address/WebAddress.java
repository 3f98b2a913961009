package org.watchword.ingest.address;

import crawlercommons.domains.EffectiveTldFinder;
import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address in one spelling: host in lower case and Punycode, no default port, no fragment, dot segments resolved, no
 * parameters that only track the reader. At most 4,096 characters.
 *
 * @param url the address as fetched and stored
 * @param host with the port where it is not the scheme's own: requests to one such host are paced together
 */
public record WebAddress(String url, String host) {

    private static final int MAX_LENGTH = 4096;
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "twclid",
            "ttclid",
            "_ga",
            "_gl",
            "_openstat",
            "vero_id",
            "oly_anon_id",
            "oly_enc_id",
            "ocid",
            "ns_mchannel");
    private static final BasicURLNormalizer NORMALIZER = new BasicURLNormalizer();

    /** Empty when {@code written} is no http or https address. */
    public static Optional<WebAddress> of(String written) {
        return written.length() > MAX_LENGTH ? Optional.empty() : of(BrowserUrl.parse(written));
    }

    private static Optional<WebAddress> of(@Nullable HttpUrl read) {
        String normal = read == null ? null : normal(read);
        if (read == null || normal == null || normal.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(withoutTracking(normal));
            // Not uri.getHost(), which knows no underscores; browsers and name servers do.
            String authority = uri.getRawAuthority();
            return authority == null ? Optional.empty() : Optional.of(new WebAddress(uri.toString(), authority));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String normal(HttpUrl read) {
        // The normalizer knows no IPv6 addresses.
        return read.host().indexOf(':') >= 0 ? read.toString() : NORMALIZER.filter(read.toString());
    }

    /** {@code reference} taken relative to this address. */
    public Optional<WebAddress> resolve(String reference) {
        if (reference.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        HttpUrl base = HttpUrl.parse(url);
        return base == null ? Optional.empty() : of(BrowserUrl.resolve(base, reference));
    }

    /** {@code scheme://host[:port]}: what a robots.txt speaks for. */
    public String origin() {
        return uri().getScheme() + "://" + host;
    }

    public URI uri() {
        return URI.create(url);
    }

    /**
     * The canonical address a page gives itself, where it may: on the same host or on one that shares the registrable domain; never the
     * bare home page, which broken templates name for every article. Otherwise this address.
     */
    public WebAddress canonical(@Nullable String claimed) {
        if (claimed == null) {
            return this;
        }
        return resolve(claimed)
                .filter(other -> sameSite(other) && (!other.isHome() || isHome()))
                .orElse(this);
    }

    private boolean sameSite(WebAddress other) {
        if (host.equals(other.host)) {
            return true;
        }
        String mine = registrable(host);
        return mine != null && mine.equals(registrable(other.host));
    }

    /** Whether this is the root of its host, where the home page is. */
    public boolean isHome() {
        String path = uri().getRawPath();
        return (path == null || path.isEmpty() || "/".equals(path)) && uri().getRawQuery() == null;
    }

    /**
     * What the host belongs to: its registrable domain, by the public suffix list; for IP addresses and names without a public suffix the
     * name itself, without a port.
     *
     * @param host as in {@link #host()}
     */
    public static String siteOf(String host) {
        String registrable = registrable(host);
        return registrable == null ? name(host) : registrable;
    }

    private static String name(String host) {
        int port = host.lastIndexOf(':');
        return port < 0 || host.endsWith("]") ? host : host.substring(0, port);
    }

    /** Null for IP addresses and names without a public suffix, which are only ever equal to themselves. */
    private static @Nullable String registrable(String host) {
        String name = name(host);
        if (name.startsWith("[") || name.matches("[0-9.]+")) {
            return null;
        }
        return EffectiveTldFinder.getAssignedDomain(name, true, false);
    }

    private static String withoutTracking(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return url;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : url.substring(question + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
                kept.add(parameter);
            }
        }
        return kept.isEmpty() ? url.substring(0, question) : url.substring(0, question + 1) + String.join("&", kept);
    }
}
