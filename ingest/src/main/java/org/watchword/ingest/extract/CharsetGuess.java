package org.watchword.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the bytes themselves say about their charset. */
final class CharsetGuess {

    private static final int SAMPLE = 64 * 1024;
    private static final Pattern LANG = Pattern.compile("(?i)<html\\b[^>]{0,500}?lang\\s*=\\s*[\"']?([a-z]{2})");

    private CharsetGuess() {}

    /** UTF-16 without a mark shows as a zero in every other byte of the markup. */
    static @Nullable Charset utf16(byte[] b) {
        int n = Math.min(b.length, 512) & ~1;
        if (n < 16) {
            return null;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < n; i += 2) {
            even += b[i] == 0 ? 1 : 0;
            odd += b[i + 1] == 0 ? 1 : 0;
        }
        if (odd > n * 0.35 && even < n * 0.05) {
            return StandardCharsets.UTF_16LE;
        }
        return even > n * 0.35 && odd < n * 0.05 ? StandardCharsets.UTF_16BE : null;
    }

    /** Whether the bytes can be read so; a multi-byte reading may fail once in a hundred characters beyond ASCII. */
    static boolean fits(byte[] body, Charset charset, Utf8Shape shape) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return shape.broken() == 0 || shape.mostlyValid();
        }
        var in = ByteBuffer.wrap(body, 0, Math.min(body.length, SAMPLE));
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var out = CharBuffer.allocate((int) (in.remaining() * Math.max(1, decoder.maxCharsPerByte())) + 16);
        decoder.decode(in, out, true);
        out.flip();
        int beyond = 0;
        int bad = 0;
        while (out.hasRemaining()) {
            char c = out.get();
            beyond += c > 0x7F ? 1 : 0;
            bad += c == '\uFFFD' ? 1 : 0;
        }
        return bad <= 1 + beyond / 100;
    }

    /** For bytes that are not UTF-8 and declare nothing readable: Cyrillic if letters beyond ASCII prevail, or by the language. */
    static Charset singleByte(byte[] body, String head) {
        int ascii = 0;
        int lowHalf = 0;
        int highHalf = 0;
        boolean tag = false;
        for (int i = 0; i < Math.min(body.length, SAMPLE); i++) {
            int c = body[i] & 0xFF;
            if (c == '<') {
                tag = true;
            } else if (c == '>') {
                tag = false;
            } else if (!tag) {
                ascii += (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
                lowHalf += c >= 0xC0 && c <= 0xDF ? 1 : 0;
                highHalf += c >= 0xE0 ? 1 : 0;
            }
        }
        if (lowHalf + highHalf > ascii / 2) {
            // Small letters prevail in text; KOI8 has them in the lower half, windows-1251 in the upper.
            return Charset.forName(lowHalf > highHalf ? "KOI8-R" : "windows-1251");
        }
        Matcher lang = LANG.matcher(head);
        return Charset.forName(
                switch (lang.find() ? lang.group(1) : "") {
                    case "tr", "az" -> "windows-1254";
                    case "pl", "cs", "sk", "hu", "hr", "sl", "ro" -> "windows-1250";
                    case "ru", "uk", "bg", "be", "mk", "sr" -> "windows-1251";
                    case "el" -> "windows-1253";
                    case "lt", "lv", "et" -> "windows-1257";
                    default -> "windows-1252";
                });
    }
}
