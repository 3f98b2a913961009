package org.watchword.bench.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A page and what people say of it.
 *
 * @param id short, for a person to find the page again
 * @param site registered domain, which decides the page's {@link Half}
 * @param file the page, gzip-compressed
 * @param body what its article text is
 * @param title headline, null when not labelled
 * @param authors null when not labelled, empty when the page has none
 * @param date publication date as in the labels, at least a day; null when not labelled
 */
record LabelledPage(
        String id,
        String site,
        Path file,
        Body body,
        @Nullable String title,
        @Nullable List<String> authors,
        @Nullable String date) {

    /** The two ways in which corpora label text. */
    sealed interface Body {}

    /** The whole article. */
    record Whole(String text) implements Body {}

    /** Pieces of the page that belong to the article, and pieces that do not. */
    record Segments(List<String> with, List<String> without) implements Body {}

    Half half() {
        return Half.of(site);
    }

    byte[] bytes() {
        return unzipped(file);
    }

    static byte[] unzipped(Path file) {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
