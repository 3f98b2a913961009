package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One issue of a digest, as the ledger keeps it. Issues of a digest are numbered without gaps, and each begins where the last that could
 * be answered ended, so that every moment stands in exactly one.
 *
 * @param digest id of the digest
 * @param number from 0, which is the beginning and holds nothing
 * @param since where issue 0 ended: nothing captured earlier is ever sent
 * @param from first moment of capture it covers
 * @param to the moment it covers up to
 * @param state how far it has come
 * @param owner the process that works on it
 * @param leaseUntil until when others leave it alone
 * @param answered whether its query could be answered; where not, the next issue covers its time too
 * @param content the issue as JSON, the same for every try to send it; absent until it is built
 * @param deliveries its ways out, by name
 */
@JsonPropertyOrder({
    "digest",
    "number",
    "since",
    "from",
    "to",
    "state",
    "owner",
    "leaseUntil",
    "answered",
    "content",
    "deliveries"
})
public record DigestIssue(
        String digest,
        int number,
        Instant since,
        Instant from,
        Instant to,
        State state,
        String owner,
        Instant leaseUntil,
        boolean answered,
        @Nullable String content,
        SortedMap<String, DigestDelivery> deliveries) {

    /** How far an issue has come. */
    public enum State {
        /** Claimed; what stands in it is being gathered. */
        BUILDING,
        /** Its content is fixed and is being sent. */
        SENDING,
        /** Every way out is delivered or given up. */
        DONE
    }

    public DigestIssue {
        deliveries = Collections.unmodifiableSortedMap(new TreeMap<>(deliveries));
    }

    /** The beginning: from here on nothing is missed. */
    public static DigestIssue beginning(String digest, Instant at) {
        return new DigestIssue(digest, 0, at, at, at, State.DONE, "", at, true, null, new TreeMap<>());
    }

    /**
     * The issue after this one.
     *
     * @param end the moment it covers up to
     */
    public DigestIssue following(Instant end, String worker, Instant lease) {
        return new DigestIssue(
                digest,
                number + 1,
                since,
                answered ? to : from,
                end,
                State.BUILDING,
                worker,
                lease,
                true,
                null,
                new TreeMap<>());
    }

    public DigestIssue held(String worker, Instant lease) {
        return new DigestIssue(digest, number, since, from, to, state, worker, lease, answered, content, deliveries);
    }

    /** With its content fixed. */
    public DigestIssue built(String json, boolean wasAnswered, SortedMap<String, DigestDelivery> ways) {
        return new DigestIssue(
                        digest, number, since, from, to, State.SENDING, owner, leaseUntil, wasAnswered, json, ways)
                .settled();
    }

    public DigestIssue delivery(String way, DigestDelivery delivery) {
        TreeMap<String, DigestDelivery> changed = new TreeMap<>(deliveries);
        changed.put(way, delivery);
        return new DigestIssue(digest, number, since, from, to, state, owner, leaseUntil, answered, content, changed)
                .settled();
    }

    private DigestIssue settled() {
        boolean pending = deliveries.values().stream().anyMatch(d -> d.state() == DigestDelivery.State.PENDING);
        return new DigestIssue(
                digest,
                number,
                since,
                from,
                to,
                pending ? State.SENDING : State.DONE,
                owner,
                leaseUntil,
                answered,
                content,
                deliveries);
    }

    /** {@code digest/number}. */
    @JsonIgnore
    public String key() {
        return key(digest, number);
    }

    static String key(String digest, int number) {
        return digest + '/' + number;
    }
}
