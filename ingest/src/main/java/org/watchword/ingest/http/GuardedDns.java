package org.watchword.ingest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses that may be connected to. The connection is made to exactly the addresses answered here, so a name that
 * points elsewhere a moment later (DNS rebinding) gains nothing.
 */
final class GuardedDns implements DnsResolver {

    private final Names names;
    private final boolean allowLoopback;

    /** Where a name is. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    GuardedDns(Names names, boolean allowLoopback) {
        this.names = names;
        this.allowLoopback = allowLoopback;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] allowed = Arrays.stream(names.addresses(host))
                .filter(a -> AddressRules.allowed(a, allowLoopback))
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new PrivateAddressException(host);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The name resolves, but to no address that may be connected to. */
    static final class PrivateAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        PrivateAddressException(String host) {
            super(host + " is at a private address");
        }
    }
}
