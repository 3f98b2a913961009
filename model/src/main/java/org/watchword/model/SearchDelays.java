package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long documents took lately from their page to a search hit, by a process that indexes. Travels on {@link Topics#DELAYS}, keyed by
 * {@code instance}.
 *
 * @param instance the process that measured
 * @param from the beginning of the time that the numbers cover
 * @param at its end
 * @param legs the delays of each {@link DelayLeg}, by its id
 */
@JsonPropertyOrder({"instance", "from", "at", "legs"})
public record SearchDelays(String instance, Instant from, Instant at, SortedMap<String, DelayHistogram> legs) {

    public SearchDelays {
        legs = Collections.unmodifiableSortedMap(new TreeMap<String, DelayHistogram>(legs));
    }
}
