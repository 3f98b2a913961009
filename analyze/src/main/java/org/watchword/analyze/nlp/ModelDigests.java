package org.watchword.analyze.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.watchword.model.ContentHash;

/** Which language models this program works with, so that what was found can be told to have been found with them. */
public final class ModelDigests {

    private static final String NAMES = "/org/watchword/analyze/name/names.en.bin";

    private ModelDigests() {}

    /** A line each: file name and SHA-256. */
    public static List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> resources = new ArrayList<>(NlpModels.RESOURCES);
        resources.add(NAMES);
        for (String resource : resources) {
            try (InputStream in = ModelDigests.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("language model " + resource + " is not on the class path");
                }
                lines.add(resource.substring(resource.lastIndexOf('/') + 1) + ", SHA-256 "
                        + ContentHash.sha256Hex(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
        return lines;
    }
}
