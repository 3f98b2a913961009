package org.watchword.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Digests and the ids made of them: SHA-256 (FIPS 180-4), lower-case hex. Text is hashed as UTF-8; a lone surrogate, which UTF-8
 * cannot carry, is hashed as {@code ?}.
 */
public final class ContentHash {

    private static final HexFormat HEX = HexFormat.of();
    private static final int ID_DIGITS = 32;
    private static final int WORDS_DIGITS = 16;

    private ContentHash() {}

    /** 64 hex digits. */
    public static String sha256Hex(byte[] bytes) {
        return HEX.formatHex(newSha256().digest(bytes));
    }

    /** 64 hex digits of the text's UTF-8 bytes. */
    public static String sha256Hex(String text) {
        return sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Id of a page, the same for all its versions: the first 32 hex digits (128 bits) of the canonical URL's digest. */
    public static String documentId(String canonicalUrl) {
        return sha256Hex(canonicalUrl).substring(0, ID_DIGITS);
    }

    /**
     * Id of a statement: the first 32 hex digits of the digest of {@code canonicalUrl LF textSha256 LF start LF end}.
     *
     * @param textSha256 digest of the text of the document version it stands in
     */
    public static String statementId(String canonicalUrl, String textSha256, int start, int end) {
        return sha256Hex(canonicalUrl + '\n' + textSha256 + '\n' + start + '\n' + end)
                .substring(0, ID_DIGITS);
    }

    /** What a text says, whatever its case, punctuation and spacing: 16 hex digits of the digest of its {@link FoldedWords}. */
    public static String wordsId(String text) {
        return sha256Hex(String.join(" ", FoldedWords.of(text))).substring(0, WORDS_DIGITS);
    }

    /** The first 64 bits of the SHA-256 of a text, for where numbers are quicker. Of a billion texts, two have the same with a chance of 3 %. */
    public static long number(String text) {
        return Long.parseUnsignedLong(sha256Hex(text).substring(0, Long.BYTES * 2), 16);
    }

    /** A fresh SHA-256, which every Java platform is required to have. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }
}
