package org.watchword.desk.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is kept: Argon2id (RFC 9106), written as {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, the form that other
 * programs read too. Passwords are taken in Unicode's form C, so that every keyboard's way of writing a letter is the same password.
 *
 * <p>A hash takes 19 MiB and some hundredths of a second (OWASP's first choice of parameters). Two are computed at a time; others wait, so that a
 * storm of sign-ins takes no more memory than that.
 *
 * @param memory KiB
 * @param passes over the memory
 * @param lanes computed side by side
 */
record PasswordHash(int memory, int passes, int lanes, Bytes salt, Bytes hash) {

    private static final int MEMORY = 19_456;
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore AT_A_TIME = new Semaphore(2);
    private static final Pattern WRITTEN = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,172})");

    /** Bytes that are a value. */
    record Bytes(String base64) {

        static Bytes of(byte[] bytes) {
            return new Bytes(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    static PasswordHash of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(
                MEMORY, PASSES, 1, Bytes.of(salt), Bytes.of(compute(password, MEMORY, PASSES, 1, salt, HASH_BYTES)));
    }

    /** @throws IllegalArgumentException when the text is no such hash, or asks for more than 1 GiB or less than 8 KiB a lane */
    static PasswordHash parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a hash of the form $argon2id$v=19$m=…,t=…,p=…$salt$hash");
        }
        int memory = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        if (lanes < 1 || passes < 1 || memory < 8 * lanes || memory > 1 << 20) {
            throw new IllegalArgumentException(
                    "a hash with parameters that cannot be: m=" + memory + ",t=" + passes + ",p=" + lanes);
        }
        return new PasswordHash(memory, passes, lanes, new Bytes(parts.group(4)), new Bytes(parts.group(5)));
    }

    /** Takes the same time wherever the two differ. */
    boolean matches(char[] password) {
        byte[] expected = hash.bytes();
        return MessageDigest.isEqual(expected, compute(password, memory, passes, lanes, salt.bytes(), expected.length));
    }

    @Override
    public String toString() {
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + '$' + salt.base64() + '$'
                + hash.base64();
    }

    private static byte[] compute(char[] password, int memory, int passes, int lanes, byte[] salt, int length) {
        byte[] bytes =
                Normalizer.normalize(new String(password), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[length];
        AT_A_TIME.acquireUninterruptibly();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            argon2.generateBytes(bytes, out);
        } finally {
            AT_A_TIME.release();
            Arrays.fill(bytes, (byte) 0);
        }
        return out;
    }
}
