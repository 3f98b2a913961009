package org.watchword.desk.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.digest.Digest.Correction;
import org.watchword.desk.page.CategoryNames;
import org.watchword.desk.page.Labels;
import org.watchword.desk.page.VoiceName;
import org.watchword.index.CaptureIndex;
import org.watchword.index.DigestLedger;
import org.watchword.index.SentStatement;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;

/** Looks again at what earlier issues told, and says what is no longer so. Each change is told once. */
final class Corrections {

    private static final int TEXT = 200;

    private final List<Correction> listed = new ArrayList<>();
    private final int most;
    private long further;

    private Corrections(int most) {
        this.most = most;
    }

    /**
     * Looks at everything told since a moment.
     *
     * @param record whether what is told now is kept in mind
     */
    static Corrections since(
            Instant since,
            Subscription subscription,
            Period period,
            CaptureIndex index,
            DigestLedger ledger,
            DigestLinks links,
            int most,
            boolean record) {
        Corrections corrections = new Corrections(most);
        ledger.walkSent(subscription.id(), since, page -> {
            List<SentStatement> earlier =
                    page.stream().filter(s -> s.issue() < period.number()).toList();
            Map<String, StatementRecord> now = index.statements(
                    earlier.stream().map(SentStatement::statementId).toList());
            List<SentStatement> changed = new ArrayList<>();
            for (SentStatement sent : earlier) {
                StatementRecord statement = now.get(sent.statementId());
                String before = sent.stateBefore(period.number());
                String told = Told.of(statement);
                Told.change(before, told).ifPresent(change -> {
                    corrections.add(correction(sent, statement, change, before, told, links));
                    changed.add(sent.told(told, period.number()));
                });
            }
            if (record && !changed.isEmpty()) {
                ledger.record(changed);
            }
        });
        return corrections;
    }

    private void add(Correction correction) {
        listed.add(correction);
        listed.sort(Comparator.comparing(Correction::kind)
                .thenComparing(Correction::issue, Comparator.reverseOrder())
                .thenComparing(Correction::statementId));
        if (listed.size() > most) {
            listed.remove(most);
            further++;
        }
    }

    List<Correction> listed() {
        return List.copyOf(listed);
    }

    /** Beyond those listed. */
    long further() {
        return further;
    }

    private static Correction correction(
            SentStatement sent,
            @Nullable StatementRecord statement,
            Change change,
            String before,
            String now,
            DigestLinks links) {
        return new Correction(
                sent.statementId(),
                sent.issue(),
                change,
                words(change, before, now, statement),
                statement == null ? "" : Shortened.of(statement.text(), TEXT),
                statement == null ? null : statement.language(),
                statement == null ? "" : VoiceName.of(statement),
                statement == null ? "" : statement.outlet(),
                links.statement(sent.statementId()));
    }

    private static String words(Change change, String before, String now, @Nullable StatementRecord statement) {
        return switch (change) {
            case FLAG_LOWERED -> "no longer flagged: " + names(Told.lowered(before, now));
            case FLAG_CHANGED ->
                "now flagged otherwise: "
                        + (statement == null
                                ? ""
                                : statement.flags().stream()
                                        .filter(f -> f.status() == org.watchword.model.FlagStatus.FLAGGED)
                                        .map(f -> CategoryNames.fullName(f.category()) + " ("
                                                + f.severity().id() + ")")
                                        .distinct()
                                        .collect(Collectors.joining("; ")));
            case VANISHED ->
                "no longer on its page"
                        + Optional.ofNullable(statement)
                                .map(StatementRecord::vanishedAt)
                                .map(at -> ", first seen without it " + Labels.minute(at))
                                .orElse("");
            case RETURNED -> "stands on its page again";
            case SUPERSEDED -> "the page has changed; the same words stand in its later version";
            case GONE -> "no longer found: its page was analysed again, and these words are no statement any more";
        };
    }

    private static String names(List<String> categories) {
        return categories.stream()
                .map(id -> Category.find(id).map(CategoryNames::fullName).orElse(id))
                .collect(Collectors.joining("; "));
    }
}
