package org.watchword.ingest.robots;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The path of an {@code Allow} or {@code Disallow} line: a beginning of the paths it covers, {@code *} for any octets, {@code $} at the
 * end for the end of the path (RFC 9309, 2.2.2 and 2.2.3).
 *
 * <p>Before comparison both sides are brought to one spelling: octets beyond ASCII and those no address can hold are percent-encoded,
 * hexadecimal digits are capitals, {@code - . _ ~} stand for themselves, and so do {@code : / ? @} within a query. About letters and digits
 * that are percent-encoded the world is split: the RFC decodes them, Google's parser does not. We take whichever reading forbids more:
 * {@link #covers} holds for either, {@link #coversAsSpelled} only for the stricter.
 */
public final class PathPattern {

    private static final String MARKS = "-._~";
    private static final String OPEN_IN_QUERY = ":/?@";
    private static final String NEVER_IN_ADDRESS = "\"<>\\^`{|}";

    private final Pieces spelled;
    private final Pieces decoded;
    private final int octets;

    private PathPattern(Pieces spelled, Pieces decoded, int octets) {
        this.spelled = spelled;
        this.decoded = decoded;
        this.octets = octets;
    }

    /** @param written one character per octet */
    static PathPattern of(String written) {
        String literal = Spelling.AS_WRITTEN.of(written);
        String decoded = Spelling.DECODED.of(written);
        return new PathPattern(Pieces.of(literal), Pieces.of(decoded), decoded.length());
    }

    /** A path to be compared, in both spellings. */
    record Target(String spelled, String decoded) {

        /** @param path as {@link #pathOf} answers it */
        static Target of(String path) {
            String octets = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return new Target(special(Spelling.AS_IT_IS.of(octets)), special(Spelling.DECODED.of(octets)));
        }

        /** A pattern means these literally only when it encodes them (2.2.3). */
        private static String special(String path) {
            return path.replace("*", "%2A").replace("$", "%24");
        }
    }

    boolean covers(Target target) {
        return decoded.match(target.decoded) || spelled.match(target.spelled);
    }

    boolean coversAsSpelled(Target target) {
        return spelled.match(target.spelled);
    }

    /** How specific the pattern is. */
    int octets() {
        return octets;
    }

    /** Path and query of an address; {@code /} when it has none. */
    static String pathOf(String url) {
        int authority = url.indexOf("://");
        int from = firstOf(url, "/?;", authority < 0 ? 0 : authority + 3);
        int fragment = url.indexOf('#');
        if (from == url.length() || fragment >= 0 && fragment < from) {
            return "/";
        }
        String path = url.substring(from, fragment < 0 ? url.length() : fragment);
        return path.startsWith("/") ? path : "/" + path;
    }

    private static int firstOf(String text, String any, int from) {
        int at = from;
        while (at < text.length() && any.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** How octets are written before they are compared. */
    private enum Spelling {
        /** Of a pattern: encoded octets stay encoded. */
        AS_WRITTEN,
        /** Of an address: likewise, and what was not encoded is none of the pattern's business. */
        AS_IT_IS,
        /** Of either: letters and digits decoded. */
        DECODED;

        String of(String octets) {
            StringBuilder out = new StringBuilder(octets.length() + 16);
            boolean inQuery = false;
            for (int i = 0; i < octets.length(); i++) {
                char c = octets.charAt(i);
                int coded = c == '%' ? hex(octets, i + 1) : -1;
                if (coded >= 0) {
                    append(out, (char) coded, inQuery);
                    i += 2;
                } else if ((c > '~' && this != AS_IT_IS) || c <= ' ' || NEVER_IN_ADDRESS.indexOf(c) >= 0) {
                    encode(out, c);
                } else {
                    inQuery |= c == '?';
                    out.append(c);
                }
            }
            return out.toString();
        }

        private void append(StringBuilder out, char c, boolean inQuery) {
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            boolean plain = MARKS.indexOf(c) >= 0
                    || inQuery && OPEN_IN_QUERY.indexOf(c) >= 0
                    || this == DECODED && letterOrDigit;
            if (plain) {
                out.append(c);
            } else {
                encode(out, c);
            }
        }

        private static void encode(StringBuilder out, char octet) {
            out.append(String.format(Locale.ROOT, "%%%02X", (int) octet));
        }

        private static int hex(String text, int at) {
            if (at + 2 > text.length()) {
                return -1;
            }
            int high = Character.digit(text.charAt(at), 16);
            int low = Character.digit(text.charAt(at + 1), 16);
            return high < 0 || low < 0 ? -1 : high << 4 | low;
        }
    }

    /** What stands between the stars. */
    private record Pieces(List<String> pieces, boolean toTheEnd) {

        static Pieces of(String pattern) {
            boolean toTheEnd = pattern.endsWith("$");
            String body = toTheEnd ? pattern.substring(0, pattern.length() - 1) : pattern;
            List<String> pieces = List.of(body.replace("$", "%24").split("\\*+", -1));
            return new Pieces(pieces, toTheEnd);
        }

        /** Each piece at its first possible place, never tried elsewhere; the last one at the end where the pattern says so. */
        boolean match(String path) {
            if (!path.startsWith(pieces.get(0))) {
                return false;
            }
            int at = pieces.get(0).length();
            int last = pieces.size() - 1;
            for (int i = 1; i <= last; i++) {
                String piece = pieces.get(i);
                if (i == last && toTheEnd) {
                    return path.endsWith(piece) && path.length() - piece.length() >= at;
                }
                int found = path.indexOf(piece, at);
                if (found < 0) {
                    return false;
                }
                at = found + piece.length();
            }
            return !toTheEnd || at == path.length();
        }
    }
}
