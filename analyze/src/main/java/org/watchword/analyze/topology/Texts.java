package org.watchword.analyze.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The texts of all versions, deflated: a statement is called vanished only after a look at the text that should lack it, and versions
 * are compared word by word.
 */
final class Texts {

    private final KeyValueStore<String, byte[]> store;

    Texts(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    void put(String documentId, String textSha256, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.put(key(documentId, textSha256), bytes.toByteArray());
    }

    /** Whether the text holds the words; true for a text that is not kept, for then nobody can say it lacks them. */
    boolean holds(String documentId, String textSha256, String words) {
        return text(documentId, textSha256)
                .map(text -> singleSpaced(text).contains(words))
                .orElse(true);
    }

    /** The text, lone surrogates as {@code ?}, so that every offset holds; empty when it is not kept. */
    Optional<String> text(String documentId, String textSha256) {
        byte @Nullable [] deflated = store.get(key(documentId, textSha256));
        if (deflated == null) {
            return Optional.empty();
        }
        try (var inflater = new InflaterInputStream(new java.io.ByteArrayInputStream(deflated))) {
            return Optional.of(new String(inflater.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words with every run of white space as one space; lone surrogates, which UTF-8 cannot carry, as {@code ?}. */
    static String singleSpaced(String text) {
        String spaced = text.strip().replaceAll("[\\s\\p{Z}]+", " ");
        return new String(spaced.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String key(String documentId, String textSha256) {
        return documentId + '/' + textSha256;
    }
}
