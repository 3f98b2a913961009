package org.watchword.app.role;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.nlp.NlpModels;

/** The language models, loaded when first asked for and then shared: they are large and do not change. Thread-safe. */
public final class SharedModels implements Supplier<NlpModels> {

    private @Nullable NlpModels models;

    @Override
    public synchronized NlpModels get() {
        if (models == null) {
            models = NlpModels.load();
        }
        return models;
    }
}
