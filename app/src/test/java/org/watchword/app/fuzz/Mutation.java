package org.watchword.app.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes good input into bad, always the same for the same seed: what strangers, broken disks and attackers send. */
final class Mutation {

    /** Enough for every limit on depth and number; above it the byte limits of the fetcher apply, which have tests of their own. */
    private static final int LARGEST = 200_000;

    private static final List<String> ODD = List.of(
            "\0",
            "\uFEFF",
            "\u202E",
            "\uD83D\uDE00",
            "\u0130\u0131",
            "e\u0301\u0301\u0301",
            "\r",
            "\n\n\n",
            "<",
            ">",
            "&",
            "\"",
            "'",
            "\\",
            "%00",
            "&#0;",
            "&#x110000;",
            "]]>",
            "<!--",
            "<![CDATA[",
            "<!DOCTYPE x [<!ENTITY a 'b'>]>",
            "${x}",
            "{{",
            "../",
            "-1",
            "0",
            "99999999999999999999",
            "1e999",
            "NaN",
            "null",
            "true",
            "[",
            "]",
            "{",
            "}",
            "*",
            "**",
            "+",
            "(",
            ")",
            "|",
            "?",
            ": ",
            "- ",
            "&a ",
            "*a",
            "!!java.lang.Object",
            "\t",
            "~",
            "=",
            "@",
            ":",
            "//",
            "http://",
            "9999-99-99T99:99:99Z",
            "\u2028");

    private final Random random;
    private final List<byte[]> seeds;

    Mutation(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    byte[] next() {
        byte[] bytes = seeds.get(random.nextInt(seeds.size()));
        int changes = 1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 6);
        for (int i = 0; i < changes; i++) {
            bytes = change(bytes);
        }
        return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }

    private byte[] change(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
        return switch (random.nextInt(9)) {
            case 0 -> joined(bytes, 0, at, new byte[] {(byte) random.nextInt(256)}, Math.min(at + 1, bytes.length));
            case 1 -> joined(bytes, 0, at, new byte[0], end);
            case 2 -> joined(bytes, 0, at, odd(), at);
            case 3 -> joined(bytes, 0, at, odd(), end);
            case 4 -> joined(bytes, 0, at, repeated(Arrays.copyOfRange(bytes, at, end), 2 + random.nextInt(40)), end);
            case 5 -> joined(bytes, 0, at, repeated(odd(), 1 + random.nextInt(20_000)), at);
            case 6 -> joined(bytes, 0, at, repeated(token(bytes, at), 1 + random.nextInt(5_000)), at);
            case 7 -> Arrays.copyOf(bytes, at);
            default -> spliced(bytes, at);
        };
    }

    private byte[] odd() {
        return ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** From here to the next blank or bracket: a tag, a key, a word. */
    private static byte[] token(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && end < at + 40 && " \n>],)".indexOf(bytes[end]) < 0) {
            end++;
        }
        return Arrays.copyOfRange(bytes, at, Math.min(bytes.length, end + 1));
    }

    private byte[] spliced(byte[] bytes, int at) {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        return joined(
                bytes, 0, at, Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length), bytes.length);
    }

    private static byte[] repeated(byte[] part, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times && out.size() < LARGEST; i++) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] middle, int after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + middle.length);
        out.write(bytes, from, to - from);
        out.writeBytes(middle);
        out.write(bytes, after, bytes.length - after);
        byte[] all = out.toByteArray();
        return all.length > 2 * LARGEST ? Arrays.copyOf(all, 2 * LARGEST) : all;
    }
}
