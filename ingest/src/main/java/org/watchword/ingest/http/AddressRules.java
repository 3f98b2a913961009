package org.watchword.ingest.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses may be connected to: globally reachable unicast ones (IANA special-purpose registries, RFC 6890), and this machine's
 * loopback where allowed.
 */
final class AddressRules {

    private AddressRules() {}

    static boolean allowed(InetAddress address, boolean allowLoopback) {
        return isPublic(address) || allowLoopback && address.isLoopbackAddress();
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublicV4(b);
        }
        return address instanceof Inet6Address && isPublicV6(b);
    }

    private static boolean isPublicV4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> !(second == 168 || second == 0 && (third == 0 || third == 2) || second == 88 && third == 99);
            case 198 -> !(second == 18 || second == 19 || second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    private static boolean isPublicV6(byte[] b) {
        int first = (b[0] & 0xff) << 8 | (b[1] & 0xff);
        int second = (b[2] & 0xff) << 8 | (b[3] & 0xff);
        if (first == 0x2002) {
            return embedded(b, 2); // 6to4, RFC 3056
        }
        if (first == 0x64 && second == 0xff9b) {
            return isZero(b, 4, 12) && embedded(b, 12); // NAT64, RFC 6052; 64:ff9b:1::/48 is local, RFC 8215
        }
        boolean globalUnicast = (first & 0xe000) == 0x2000;
        boolean special = first == 0x2001 && (second == 0 || second == 0xdb8 || (second & 0xfe00) == 0)
                || (first & 0xfff0) == 0x3ff0;
        return globalUnicast && !special;
    }

    private static boolean embedded(byte[] b, int at) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(b, at, at + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isZero(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
