package org.watchword.ingest.page;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Extraction.Article;

/**
 * How alike two articles are, without their texts: a digest of the headline, and a sketch of the text, of which as many parts agree as
 * the texts share runs of 16 letters (one-permutation MinHash of 32 parts; the share is right to about 0.09).
 *
 * @param value 8 hexadecimal digits and 64 bytes in Base64
 */
public record Likeness(String value) {

    private static final int PARTS = 32;
    private static final int RUN = 16;
    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final int TITLE = 8;
    private static final String NO_TITLE = "00000000";

    /** Texts that share less are others. */
    private static final double LITTLE = 0.2;

    private static final double SOME = 0.3;
    private static final double MUCH = 0.6;

    public static Likeness of(Article article) {
        String title = article.title() == null ? "" : Letters.of(article.title());
        String titleDigest = title.isEmpty() ? NO_TITLE : String.format(Locale.ROOT, "%08x", mixed(hash(title)) >>> 32);
        return new Likeness(titleDigest + sketch(Letters.of(article.text())));
    }

    /** Whether these can only be two articles: other words under another headline. */
    public boolean isOther(@Nullable Likeness known) {
        return known != null && !hasSameTitle(known) && shared(known) < LITTLE;
    }

    /** Whether these are forms of one article, given that their addresses say so. */
    public boolean isAlike(@Nullable Likeness known) {
        if (known == null) {
            return false;
        }
        double shared = shared(known);
        return shared >= MUCH || (shared >= SOME && hasSameTitle(known));
    }

    private boolean hasSameTitle(Likeness other) {
        return !value.startsWith(NO_TITLE) && value.regionMatches(0, other.value, 0, TITLE);
    }

    private double shared(Likeness other) {
        byte[] mine = Base64.getDecoder().decode(value.substring(TITLE));
        byte[] its = Base64.getDecoder().decode(other.value.substring(TITLE));
        int same = 0;
        int filled = 0;
        for (int i = 0; i < 2 * PARTS; i += 2) {
            boolean equal = mine[i] == its[i] && mine[i + 1] == its[i + 1];
            boolean empty = equal && mine[i] == 0 && mine[i + 1] == 0;
            filled += empty ? 0 : 1;
            same += equal && !empty ? 1 : 0;
        }
        return filled == 0 ? 0 : (double) same / filled;
    }

    private static String sketch(String text) {
        long[] least = new long[PARTS];
        Arrays.fill(least, Long.MAX_VALUE);
        long power = 1;
        for (int i = 1; i < RUN; i++) {
            power *= BASE;
        }
        long run = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i >= RUN) {
                run -= power * text.charAt(i - RUN);
            }
            run = run * BASE + text.charAt(i);
            if (i >= RUN - 1 || i == text.length() - 1) {
                long mixed = mixed(run);
                int part = (int) (mixed >>> 59);
                least[part] = Math.min(least[part], mixed & Long.MAX_VALUE);
            }
        }
        ByteBuffer parts = ByteBuffer.allocate(2 * PARTS);
        for (long one : least) {
            // 0 is for a part that no run has fallen into.
            parts.putShort(one == Long.MAX_VALUE ? 0 : (short) (1 + Math.floorMod(mixed(one), 65_535)));
        }
        return Base64.getEncoder().withoutPadding().encodeToString(parts.array());
    }

    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return hash;
    }

    /** The finalizer of MurmurHash3. */
    private static long mixed(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
