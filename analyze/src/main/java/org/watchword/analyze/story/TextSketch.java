package org.watchword.analyze.story;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ContentHash;
import org.watchword.model.FoldedWords;

/**
 * What is kept of a text to compare it with others: the hashes of its runs of four words, thinned in a long text to those whose lowest
 * {@code thinning} bits are zero. Which hashes are kept depends on the hash alone, so two sketches thinned alike hold the same of what
 * their texts share, and both resemblance and containment can be read from them: Broder's "mod m" sketch (On the resemblance and
 * containment of documents, 1997), of late called FracMinHash (Irber et al. 2022). Texts of up to {@value #MOST_SHINGLES} runs are kept
 * whole, and compared exactly.
 *
 * <p>The hash is fixed for good: sketches made in different years are compared with each other.
 *
 * @param words words of the text
 * @param digest 32 hex digits of the digest of all its words: equal for texts that differ in case, punctuation and layout only
 * @param thinning how many low bits of every hash kept are zero
 * @param shingles hashes of runs of words, 4 bytes each, big-endian, each once, in text order
 * @param numbers hashes of the words with digits, each once, at most {@value #MOST_NUMBERS}, the smallest
 */
@JsonPropertyOrder({"words", "digest", "thinning", "shingles", "numbers"})
public record TextSketch(int words, String digest, int thinning, byte[] shingles, byte[] numbers) {

    static final int RUN = 4;
    static final int MOST_SHINGLES = 1024;
    static final int MOST_NUMBERS = 64;
    /** Keys by which a text is filed: between half as many and as many. */
    static final int MOST_KEYS = 64;

    private static final int DIGEST_DIGITS = 32;

    public TextSketch {
        shingles = shingles.clone();
        numbers = numbers.clone();
    }

    public static TextSketch of(String text) {
        List<String> words = FoldedWords.of(text);
        long[] hashes = words.stream().mapToLong(TextSketch::hash).toArray();
        Set<Integer> runs = new LinkedHashSet<>();
        for (int i = 0; i + RUN <= hashes.length; i++) {
            runs.add(run(hashes, i));
        }
        int thinning = 0;
        while (runs.size() > MOST_SHINGLES) {
            thinning++;
            int bits = thinning;
            runs.removeIf(hash -> !isKept(hash, bits));
        }
        List<Integer> numbers = words.stream()
                .filter(word -> word.codePoints().anyMatch(Character::isDigit))
                .map(word -> (int) (hash(word) >>> Integer.SIZE))
                .distinct()
                .sorted(Comparator.comparing(Integer::toUnsignedLong))
                .limit(MOST_NUMBERS)
                .toList();
        String digest = ContentHash.sha256Hex(String.join(" ", words)).substring(0, DIGEST_DIGITS);
        return new TextSketch(words.size(), digest, thinning, bytes(runs), bytes(numbers));
    }

    /** What is left of a text that is no longer compared. */
    public TextSketch emptied() {
        return new TextSketch(words, digest, thinning, new byte[0], new byte[0]);
    }

    @Override
    public byte[] shingles() {
        return shingles.clone();
    }

    @Override
    public byte[] numbers() {
        return numbers.clone();
    }

    /** The hashes that are left when the text is thinned to {@code bits}, in text order. */
    int[] shingles(int bits) {
        return Arrays.stream(ints(shingles)).filter(hash -> isKept(hash, bits)).toArray();
    }

    int[] numberHashes() {
        return ints(numbers);
    }

    /**
     * What the text is filed under: two texts worth comparing have at least three of these in common, or are the same. At most
     * {@value #MOST_KEYS} and one, however long the text is.
     */
    List<String> keys() {
        int[] hashes = ints(shingles);
        int bits = thinning;
        int[] kept = hashes;
        while (kept.length > MOST_KEYS) {
            bits++;
            int more = bits;
            kept = Arrays.stream(kept).filter(hash -> isKept(hash, more)).toArray();
        }
        List<String> keys = new ArrayList<>(kept.length + 1);
        for (int hash : kept) {
            keys.add(HexFormat.of().toHexDigits(hash));
        }
        return keys;
    }

    private static boolean isKept(int hash, int bits) {
        return Integer.numberOfTrailingZeros(hash) >= bits;
    }

    /** FNV-1a over the word's UTF-16 units (draft-eastlake-fnv), mixed. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    private static int run(long[] words, int from) {
        long hash = 0;
        for (int i = from; i < from + RUN; i++) {
            hash = mixed(hash * 31 + words[i]);
        }
        return (int) (hash >>> Integer.SIZE);
    }

    /** The finalizer of MurmurHash3 (Appleby, public domain): every bit of the input moves every bit of the output. */
    private static long mixed(long value) {
        long h = value;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    private static byte[] bytes(Iterable<Integer> hashes) {
        List<Integer> all = new ArrayList<>();
        hashes.forEach(all::add);
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * all.size());
        all.forEach(buffer::putInt);
        return buffer.array();
    }

    private static int[] ints(byte[] bytes) {
        int[] ints = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(ints);
        return ints;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextSketch s
                && words == s.words
                && digest.equals(s.digest)
                && thinning == s.thinning
                && Arrays.equals(shingles, s.shingles)
                && Arrays.equals(numbers, s.numbers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(words, digest, thinning, Arrays.hashCode(shingles), Arrays.hashCode(numbers));
    }
}
