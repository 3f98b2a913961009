package org.watchword.desk.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.digest.Digest.Correction;
import org.watchword.index.CaptureIndex;
import org.watchword.index.DigestLedger;
import org.watchword.index.SentStatement;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.Flag;

/** Looks again at what earlier issues told, and says what is no longer so. Each change is told once. */
final class Corrections {

    private static final int TEXT = 200;

    private final List<Correction> listed = new ArrayList<>();
    private final Subscription subscription;
    private final DigestLanguage language;
    private final DigestLinks links;
    private final int most;
    private long further;
    private long rejected;

    /** @param most so many are listed */
    Corrections(Subscription subscription, DigestLanguage language, DigestLinks links, int most) {
        this.subscription = subscription;
        this.language = language;
        this.links = links;
        this.most = most;
    }

    /**
     * Looks at everything told since a moment.
     *
     * @param record whether what is told now is kept in mind
     */
    Corrections since(
            Instant since,
            Period period,
            CaptureIndex index,
            DigestLedger ledger,
            ReviewedFlags reviewed,
            boolean record) {
        ledger.walkSent(subscription.id(), since, page -> {
            List<SentStatement> earlier =
                    page.stream().filter(s -> s.issue() < period.number()).toList();
            Map<String, StatementRecord> now = index.statements(
                    earlier.stream().map(SentStatement::statementId).toList());
            List<SentStatement> changed = new ArrayList<>();
            for (SentStatement sent : earlier) {
                StatementRecord statement = now.get(sent.statementId());
                List<Flag> counting = statement == null ? List.of() : reviewed.counting(statement);
                String before = sent.stateBefore(period.number());
                String told = Told.of(statement, counting);
                Told.change(before, told).ifPresent(change -> {
                    add(correction(sent, statement, change, words(change, before, told, statement, counting)));
                    changed.add(sent.told(told, period.number()));
                });
            }
            if (record && !changed.isEmpty()) {
                ledger.record(changed);
            }
        });
        return this;
    }

    private void add(Correction correction) {
        rejected += correction.kind() == Change.REJECTED ? 1 : 0;
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

    /** Of all, those of statements that reviewers rejected. */
    long rejected() {
        return rejected;
    }

    private Correction correction(
            SentStatement sent, @Nullable StatementRecord statement, Change change, String words) {
        return new Correction(
                sent.statementId(),
                sent.issue(),
                change,
                words,
                statement == null ? "" : Shortened.of(statement.text(), TEXT),
                statement == null ? null : statement.language(),
                statement == null ? "" : Tally.voice(statement, language),
                statement == null ? "" : statement.outlet(),
                links.statement(sent.statementId()));
    }

    private String words(
            Change change, String before, String now, @Nullable StatementRecord statement, List<Flag> counting) {
        String key = "change." + change.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (change) {
            case REJECTED, FLAG_LOWERED -> language.say(key, Map.of("names", names(Told.lowered(before, now))));
            case FLAG_CHANGED ->
                language.say(
                        key,
                        Map.of(
                                "names",
                                counting.stream()
                                        .map(f -> language.category(f.category()) + " ("
                                                + language.severity(f.severity()) + ")")
                                        .distinct()
                                        .collect(Collectors.joining("; "))));
            case VANISHED -> language.say(key, Map.of("at", vanished(statement)));
            case REINSTATED, RETURNED, SUPERSEDED, GONE -> language.say(key);
        };
    }

    private String vanished(@Nullable StatementRecord statement) {
        Instant at = statement == null ? null : statement.vanishedAt();
        return at == null ? "" : language.minute(at, subscription.schedule().zone());
    }

    private String names(List<String> categories) {
        return categories.stream()
                .map(id -> Category.find(id).map(language::category).orElse(id))
                .collect(Collectors.joining("; "));
    }
}
