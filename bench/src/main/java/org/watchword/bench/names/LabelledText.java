package org.watchword.bench.names;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.EntityType;

/**
 * A text whose names are known.
 *
 * @param corpus where it is from
 * @param labels in order of start, not overlapping
 */
record LabelledText(String corpus, String id, String text, List<Label> labels) {

    LabelledText {
        labels = List.copyOf(labels);
    }

    /** A labelled name; the type is absent where the corpus names a kind of thing that we do not. */
    record Label(int start, int end, @Nullable EntityType type) {}
}
