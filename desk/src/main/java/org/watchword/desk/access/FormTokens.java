package org.watchword.desk.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hidden values of forms: each is bound to one browser's visit by HMAC-SHA-256, so that a page elsewhere, which cannot read them, cannot
 * send a form in its visitor's name (OWASP: signed double-submit cookie). The key lives as long as this object. Thread-safe.
 */
final class FormTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key = new SecretKeySpec(random(), ALGORITHM);

    /** A name for a visit that nobody can guess: 256 bits, in letters that a cookie may hold. */
    static String visit() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random());
    }

    /** The value that forms of this visit carry. */
    String of(String visit) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(visit.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Whether a value that came is the one of the visit it came with. */
    boolean matches(String visit, String token) {
        return MessageDigest.isEqual(
                of(visit).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
