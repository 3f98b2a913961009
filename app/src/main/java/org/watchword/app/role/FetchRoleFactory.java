package org.watchword.app.role;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.app.config.CustodyConfig;
import org.watchword.app.config.IngestConfig;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineContext;
import org.watchword.app.line.LineException;
import org.watchword.app.line.Role;
import org.watchword.app.line.RoleFactory;
import org.watchword.app.observe.DiskCheck;
import org.watchword.app.observe.Instruments;
import org.watchword.ingest.FetchRole;
import org.watchword.ingest.IngestSettings;
import org.watchword.ingest.Sharing;
import org.watchword.ingest.custody.CustodyKeeper;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.fleet.FleetSettings;
import org.watchword.ingest.frontier.FetchSchedule;
import org.watchword.ingest.http.FetchLimits;
import org.watchword.ingest.publish.KafkaDocumentPublisher;
import org.watchword.ingest.source.SourceCatalog;

/** Collects from the configured sources. */
public final class FetchRoleFactory implements RoleFactory {

    private static final Logger LOG = LoggerFactory.getLogger(FetchRoleFactory.class);

    @Override
    public Role create(LineContext context) {
        IngestConfig config = context.config().ingest();
        SourceCatalog catalog = SourceCatalog.load(config.sourcesFolder());
        Properties kafka = new Properties();
        kafka.putAll(context.kafka());
        KafkaDocumentPublisher publisher =
                new KafkaDocumentPublisher(kafka, context.config().kafka().topicPrefix());
        try {
            FetchRole role = new FetchRole(
                    settings(context),
                    catalog,
                    new HtmlExtractor(),
                    publisher,
                    context.clock(),
                    context.instruments().fetch(),
                    sharing(context));
            observe(role, publisher, context.instruments());
            return new Fetching(
                    role,
                    publisher,
                    Custody.keeper(context),
                    context.config().custody(),
                    context.data().resolve("archive"));
        } catch (IOException | RuntimeException e) {
            publisher.close();
            if (e instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new LineException("Collecting cannot start in " + context.data() + ": " + e.getMessage(), e);
        }
    }

    private static void observe(FetchRole role, KafkaDocumentPublisher publisher, Instruments instruments) {
        instruments.watch(publisher.client());
        instruments.hosts("known", () -> role.hosts().known());
        instruments.hosts("due", () -> role.hosts().due());
        instruments.hosts("under-way", () -> role.hosts().underWay());
    }

    private static Sharing sharing(LineContext context) throws IOException {
        IngestConfig config = context.config().ingest();
        if (config.distribution() == IngestConfig.Distribution.LOCAL) {
            return Sharing.ALONE;
        }
        String instance =
                config.instance().isEmpty() ? InstanceName.of(context.data().resolve("fleet")) : config.instance();
        FleetSettings settings = fleet(context.config(), context.kafka(), instance, context.data());
        return new Sharing.Among(settings, context.onFailure());
    }

    /**
     * How a fetcher works among others.
     *
     * @param client properties of a Kafka client
     */
    public static FleetSettings fleet(WatchwordConfig config, Map<String, String> client, String instance, Path data) {
        return new FleetSettings(
                client,
                config.kafka().topicPrefix(),
                instance,
                config.ingest().session(),
                settings(config.ingest(), data).limits().longestRequest());
    }

    private static IngestSettings settings(LineContext context) {
        return settings(context.config().ingest(), context.data());
    }

    /** What the settings say of collecting, for work in the data folder. */
    public static IngestSettings settings(IngestConfig config, Path data) {
        return IngestSettings.defaults(data)
                .with()
                .userAgent(config.userAgent())
                .contact(config.contact())
                .threads(config.threads())
                .delay(config.delay())
                .manners(config.manners().manners(config.maxCrawlDelay()))
                .revisit(new FetchSchedule(config.revisit(), config.revisitMin(), config.revisitMax()))
                .pageRevisit(new FetchSchedule(config.pageRevisit(), config.pageRevisitMin(), config.pageRevisitMax()))
                .recheckOnStart(config.recheckOnStart())
                .archiveMaxFileBytes(config.archiveFileBytes().bytes())
                .limits(new FetchLimits(
                        config.connectTimeout(),
                        config.readTimeout(),
                        config.totalTimeout(),
                        config.maxBytes().bytes(),
                        config.maxDecompressedBytes().bytes(),
                        FetchLimits.DEFAULT.maxRatio(),
                        config.maxRedirects()))
                .build();
    }

    private record Fetching(
            FetchRole role,
            KafkaDocumentPublisher publisher,
            Optional<CustodyKeeper> custody,
            CustodyConfig config,
            Path archive)
            implements Role {

        @Override
        public String name() {
            return "fetch";
        }

        @Override
        public void start() {
            role.start();
            custody.ifPresent(keeper -> keeper.start(config.every()));
        }

        @Override
        public List<String> problems() {
            return Stream.of(role.problem(), DiskCheck.problem(archive))
                    .flatMap(Optional::stream)
                    .toList();
        }

        @Override
        public void close() {
            try (publisher) {
                role.close();
            } catch (IOException e) {
                LOG.warn("collecting did not end cleanly: {}; the next start repairs what is needed", e.getMessage());
            }
            // Last, so that what was captured last is entered too.
            custody.ifPresent(CustodyKeeper::close);
        }
    }
}
