package org.watchword.ingest.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. A byte order mark decides; then what the bytes themselves prove (valid UTF-8 with letters beyond ASCII is UTF-8,
 * whatever is declared); then the HTTP header, the XML declaration and the {@code meta} element, each only when the bytes can be
 * read that way; at last {@link CharsetGuess}. Labels as in the WHATWG Encoding Standard.
 */
final class PageDecoder {

    /** How far into the page a charset is looked for; the standard asks for 1,024 bytes, pages have more before it. */
    private static final int PRESCAN = 16 * 1024;

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;,]+)");
    private static final Pattern META =
            Pattern.compile("(?i)<meta\\b[^>]{0,500}?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;,]+)");
    private static final Pattern XML =
            Pattern.compile("(?i)^\\s*<\\?xml\\b[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private PageDecoder() {}

    static String decode(byte[] body, @Nullable String contentType) {
        String head = new String(body, 0, Math.min(body.length, PRESCAN), StandardCharsets.ISO_8859_1);
        Charset marked = byteOrderMark(body);
        if (marked != null) {
            int skip = marked.equals(StandardCharsets.UTF_8) ? 3 : marked.name().startsWith("UTF-32") ? 4 : 2;
            return new String(body, skip, body.length - skip, marked);
        }
        Utf8Shape shape = Utf8Shape.of(body);
        if (shape.proven()) {
            return new String(body, StandardCharsets.UTF_8);
        }
        Charset wide = CharsetGuess.utf16(body);
        if (wide != null) {
            return new String(body, wide);
        }
        Charset header = contentType == null ? null : named(CHARSET, contentType);
        Charset inside = named(META, head);
        if (inside == null) {
            inside = named(XML, head);
        }
        for (Charset declared : new @Nullable Charset[] {header, inside}) {
            if (declared != null && CharsetGuess.fits(body, declared, shape)) {
                return new String(body, declared);
            }
        }
        boolean declaredUtf8 = StandardCharsets.UTF_8.equals(header) || StandardCharsets.UTF_8.equals(inside);
        if (shape.broken() == 0 || shape.mostlyValid() || declaredUtf8 && shape.ratherValid()) {
            return new String(body, StandardCharsets.UTF_8);
        }
        return new String(body, CharsetGuess.singleByte(body, head));
    }

    private static @Nullable Charset named(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? CharsetLabel.resolve(m.group(1)) : null;
    }

    private static @Nullable Charset byteOrderMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 4 && b[0] == 0 && b[1] == 0 && (b[2] & 0xFF) == 0xFE && (b[3] & 0xFF) == 0xFF) {
            return Charset.forName("UTF-32BE");
        }
        if (b.length >= 4 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE && b[2] == 0 && b[3] == 0) {
            return Charset.forName("UTF-32LE");
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }
}
