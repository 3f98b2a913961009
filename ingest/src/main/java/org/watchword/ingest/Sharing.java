package org.watchword.ingest;

import java.util.function.Consumer;
import org.watchword.ingest.fleet.FleetSettings;

/** With whom the fetch stage shares its work. */
public sealed interface Sharing {

    /** With nobody: what is known stays in the data folder. */
    Sharing ALONE = new Alone();

    /** @see #ALONE */
    record Alone() implements Sharing {}

    /**
     * With the other fetchers on the same Kafka.
     *
     * @param settings how
     * @param onFailure told in a sentence when this fetcher cannot go on
     */
    record Among(FleetSettings settings, Consumer<String> onFailure) implements Sharing {}
}
