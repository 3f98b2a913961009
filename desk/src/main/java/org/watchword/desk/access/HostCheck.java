package org.watchword.desk.access;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the {@code Host} header (RFC 9110, 7.2) whether a request was meant for the desk.
 *
 * <p>The port is not compared: it plays no part in DNS rebinding, and through an SSH tunnel it rightly differs. An address in digits
 * that is the bound one cannot be rebound either, so it is let in.
 */
public final class HostCheck {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.%]+]|[^:\\[\\]/@\\s]+)(?::\\d{1,5})?");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern LOOPBACK_NUMBER = Pattern.compile("127(?:\\.\\d{1,3}){3}");

    private final Set<String> names;
    private final boolean any;

    /**
     * @param boundHost where the desk listens
     * @param allowedHosts further names, without port
     */
    public HostCheck(String boundHost, Set<String> allowedHosts) {
        Set<String> all = new HashSet<>(LOOPBACK);
        allowedHosts.forEach(name -> all.add(bracketed(name)));
        all.add(bracketed(boundHost));
        this.names = Set.copyOf(all);
        this.any = allowedHosts.isEmpty() && !isLoopback(boundHost);
    }

    /** Whether the header is well formed and names this desk. */
    public boolean admits(@Nullable String hostHeader) {
        if (hostHeader == null) {
            return false;
        }
        var matcher = HOST.matcher(hostHeader.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() && (any || names.contains(matcher.group(1)));
    }

    /** Whether every name is let in, because none was configured for an address others can reach. */
    public boolean admitsAnyName() {
        return any;
    }

    /** Whether only this machine reaches what listens there. A name other than {@code localhost} is not looked up, and may be any. */
    public static boolean isLoopback(String host) {
        String name = bracketed(host);
        return LOOPBACK.contains(name) || LOOPBACK_NUMBER.matcher(name).matches();
    }

    private static String bracketed(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? '[' + name + ']' : name;
    }
}
