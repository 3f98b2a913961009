package org.watchword.app.role;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.watchword.app.config.DigestConfig;
import org.watchword.app.config.MailConfig;
import org.watchword.app.config.Secret;
import org.watchword.desk.HealthSource;
import org.watchword.desk.digest.DigestBuilder;
import org.watchword.desk.digest.DigestLimits;
import org.watchword.desk.digest.DigestLinks;
import org.watchword.desk.digest.Subscription;
import org.watchword.desk.dispatch.DigestFiles;
import org.watchword.desk.dispatch.DigestRounds;
import org.watchword.desk.dispatch.MailSender;
import org.watchword.desk.dispatch.MailSettings;
import org.watchword.desk.dispatch.Outlets;
import org.watchword.desk.dispatch.WebhookSender;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.CaptureIndex;
import org.watchword.index.DigestLedger;
import org.watchword.index.ElasticsearchCaptureIndex;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchDigestLedger;
import org.watchword.index.ElasticsearchReviewIndex;
import org.watchword.index.ElasticsearchSavedSearches;
import org.watchword.index.QueryLemmatizer;
import org.watchword.index.TrustedCertificates;

/**
 * What makes and sends digests, put together from the settings.
 *
 * @param ledger what was sent
 * @param builder gathers an issue
 * @param rounds makes what is due, and sends it
 */
public record Digests(DigestLedger ledger, DigestBuilder builder, DigestRounds rounds) {

    /**
     * Puts them together.
     *
     * @param data the data folder
     * @param connection the server; closed by whoever opened it
     * @param groups what the groups are called
     */
    public static Digests of(
            DigestConfig config,
            Path data,
            List<Subscription> subscriptions,
            ElasticsearchConnection connection,
            QueryLemmatizer lemmatizer,
            HealthSource health,
            GroupNames groups,
            InstantSource clock) {
        CaptureIndex index = new ElasticsearchCaptureIndex(connection, lemmatizer);
        DigestLedger ledger = new ElasticsearchDigestLedger(connection);
        DigestBuilder builder = new DigestBuilder(
                index,
                ledger,
                new ElasticsearchSavedSearches(connection),
                new ElasticsearchReviewIndex(connection),
                health,
                new DigestLimits(
                        config.entries(),
                        config.entriesPerGroup(),
                        DigestLimits.defaults().corrections(),
                        config.lookback()),
                new DigestLinks(config.deskUrl()),
                groups);
        Outlets outlets = new Outlets(
                mail(config.mail(), clock),
                new WebhookSender(config.mail().timeout()),
                new DigestFiles(config.outputFolder().orElse(data.resolve("digests"))),
                ledger);
        String worker = ProcessHandle.current().pid() + "-" + java.util.UUID.randomUUID();
        return new Digests(
                ledger,
                builder,
                new DigestRounds(subscriptions, ledger, builder, outlets, clock, config.settle(), worker));
    }

    private static Optional<MailSender> mail(MailConfig config, InstantSource clock) {
        if (config.host().isEmpty()) {
            return Optional.empty();
        }
        MailSettings settings = new MailSettings(
                config.host(),
                config.port(),
                config.tls(),
                config.username(),
                config.resolvedPassword().map(Secret::value),
                config.from(),
                config.caFile().map(TrustedCertificates::of),
                config.timeout());
        return Optional.of(new MailSender(settings, clock));
    }
}
