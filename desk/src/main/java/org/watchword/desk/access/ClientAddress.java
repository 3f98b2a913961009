package org.watchword.desk.access;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a request comes from: the peer, or, where the peer is a proxy of ours, what it says. */
final class ClientAddress {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

    private final Set<String> proxies;

    ClientAddress(Set<String> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    boolean isProxy(Context ctx) {
        return proxies.contains(peer(ctx));
    }

    /** The nearest address that is no proxy of ours: what stands before it in {@code X-Forwarded-For} anybody may have written. */
    String of(Context ctx) {
        String address = peer(ctx);
        List<String> chain = List.of(String.join(
                        ",",
                        ctx.headerMap().entrySet().stream()
                                .filter(header -> header.getKey().equalsIgnoreCase("X-Forwarded-For"))
                                .map(java.util.Map.Entry::getValue)
                                .toList())
                .split(",", -1));
        for (int i = chain.size() - 1; i >= 0 && proxies.contains(address); i--) {
            String before = chain.get(i).strip();
            if (!ADDRESS.matcher(before).matches()) {
                break;
            }
            address = before;
        }
        return address;
    }

    /** What stands for the address where requests are counted: of IPv6 the network, since one host has as many addresses as it likes. */
    static String counted(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] parts = address.split("::", 2)[0].split(":", -1);
        return String.join(":", List.of(parts).subList(0, Math.min(4, parts.length))) + "::/64";
    }

    private static String peer(Context ctx) {
        String address = ctx.ip();
        int zone = address.indexOf('%');
        String bare = zone < 0 ? address : address.substring(0, zone);
        return bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
    }
}
