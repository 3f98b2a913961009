package org.watchword.app.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.digest.Subscription;
import org.watchword.index.DigestDelivery;
import org.watchword.index.DigestIssue;
import org.watchword.index.DigestLedger;
import org.watchword.index.DigestLedger.Held;

/** The digests as a table: when each is due, and what became of its last issue. */
public final class DigestTable {

    private DigestTable() {}

    public static String of(List<Subscription> subscriptions, DigestLedger ledger, Instant now) {
        StringBuilder out = new StringBuilder();
        for (Subscription subscription : subscriptions) {
            out.append(String.format(
                    "%-24s %s%n%-24s %s (%s), next %s%n",
                    subscription.id(),
                    subscription.title(),
                    "",
                    subscription.schedule().expression(),
                    subscription.schedule().zone(),
                    subscription.schedule().next(now)));
            Optional<DigestIssue> latest = ledger.latest(subscription.id()).map(Held::issue);
            out.append(latest.map(DigestTable::of).orElse(""));
        }
        return out.toString();
    }

    /** An issue and its ways out. */
    public static String of(DigestIssue issue) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                "%-24s no. %d, %s to %s, %s%n",
                issue.digest(),
                issue.number(),
                issue.from(),
                issue.to(),
                issue.state().name().toLowerCase(java.util.Locale.ROOT)));
        issue.deliveries().forEach((way, delivery) -> out.append(String.format("%-24s %s%n", "", line(way, delivery))));
        return out.toString();
    }

    private static String line(String way, DigestDelivery delivery) {
        String problem = delivery.problem() == null ? "" : ": " + delivery.problem();
        return way
                + switch (delivery.state()) {
                    case PENDING -> delivery.attempts() == 0 ? " waits" : " again at " + delivery.next() + problem;
                    case DELIVERED -> " went out at " + delivery.at();
                    case FAILED -> " given up" + problem;
                };
    }
}
