package org.watchword.ingest.address;

import crawlercommons.domains.EffectiveTldFinder;
import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.CanonicalClaim;

/**
 * An http or https address as a browser would ask for it: host in lower case and Punycode, no default port, no fragment, dot segments
 * resolved, everything else as it was written. At most 4,096 characters. What only tracks the reader is taken out by
 * {@link TrackingParameters}.
 *
 * @param url the address as it is asked for; servers may tell apart what {@link #identity} does not
 * @param host with the port where it is not the scheme's own: requests to one such host are paced together
 */
public record WebAddress(String url, String host) {

    private static final int MAX_LENGTH = 4096;
    private static final BasicURLNormalizer NORMALIZER = new BasicURLNormalizer();

    /** Empty when {@code written} is no http or https address. */
    public static Optional<WebAddress> of(String written) {
        return written.length() > MAX_LENGTH ? Optional.empty() : of(BrowserUrl.parse(written));
    }

    private static Optional<WebAddress> of(@Nullable HttpUrl read) {
        if (read == null) {
            return Optional.empty();
        }
        try {
            // What browsers send as it is and RFC 3986 forbids is escaped here.
            URI uri = read.uri();
            if (uri.toString().length() > MAX_LENGTH) {
                return Optional.empty();
            }
            // Not uri.getHost(), which knows no underscores; browsers and name servers do.
            String authority = uri.getRawAuthority();
            return authority == null ? Optional.empty() : Optional.of(new WebAddress(uri.toString(), authority));
        } catch (RuntimeException e) {
            // HttpUrl tells so of what can be no URI.
            return Optional.empty();
        }
    }

    /**
     * The spelling that all addresses of the same resource share (RFC 3986, 6.2.2): parameters in order of their names, those of one name
     * as they follow each other; escapes of unreserved characters decoded, empty path segments, parameters and values left out.
     */
    public String identity() {
        // The normalizer knows no IPv6 addresses.
        String normal = host.startsWith("[") ? url : NORMALIZER.filter(url);
        return normal == null ? url : normal;
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
     * The canonical address a page gives itself, where it is believed: on the same host or on one that shares the registrable domain, or
     * on the host whose page an AMP cache serves; and plausible as the address of this page. Otherwise this address.
     *
     * @see CanonicalClaim
     */
    public WebAddress canonical(@Nullable String claimed) {
        if (claimed == null) {
            return this;
        }
        return resolve(claimed)
                .filter(other -> sameSite(other) || other.host.equals(CanonicalClaim.cachedHost(url)))
                .filter(other -> CanonicalClaim.isPlausible(url, other.url))
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
}
