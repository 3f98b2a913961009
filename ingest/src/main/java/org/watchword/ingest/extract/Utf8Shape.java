package org.watchword.ingest.extract;

/**
 * What a UTF-8 reader meets in some bytes.
 *
 * @param sequences well-formed sequences of two to four bytes
 * @param broken bytes of 0x80 and above that belong to no such sequence
 */
record Utf8Shape(int sequences, int broken) {

    static Utf8Shape of(byte[] b) {
        int sequences = 0;
        int broken = 0;
        for (int i = 0; i < b.length; i++) {
            int lead = b[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int more = lead >= 0xC2 && lead <= 0xDF
                    ? 1
                    : lead >= 0xE0 && lead <= 0xEF ? 2 : lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
            int j = i + 1;
            while (more > 0 && j < b.length && j <= i + more && (b[j] & 0xC0) == 0x80) {
                j++;
            }
            if (more > 0 && j == i + more + 1) {
                sequences++;
                i += more;
            } else {
                broken++;
            }
        }
        return new Utf8Shape(sequences, broken);
    }

    /** Chance does not write one well-formed sequence after the other. */
    boolean proven() {
        return sequences > 0 && broken == 0;
    }

    /** More well-formed than chance would write in another charset; enough for a page that says it is UTF-8. */
    boolean ratherValid() {
        return sequences > 2L * broken && sequences >= 5;
    }

    /** UTF-8 with a few damaged characters, as when an editor cut a text in the middle of one. */
    boolean mostlyValid() {
        return sequences > 20L * broken;
    }
}
