package org.watchword.app.role;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.nlp.WordLemmas;
import org.watchword.app.config.DeskConfig;
import org.watchword.app.config.DigestConfig;
import org.watchword.app.config.SubscriptionFiles;
import org.watchword.app.line.LineContext;
import org.watchword.app.line.Role;
import org.watchword.app.line.RoleFactory;
import org.watchword.app.review.KafkaReviewLog;
import org.watchword.app.status.CountsReader;
import org.watchword.app.status.CoverageReader;
import org.watchword.desk.DeskPorts;
import org.watchword.desk.DeskServer;
import org.watchword.desk.DeskSettings;
import org.watchword.desk.HealthSource;
import org.watchword.desk.audit.AuditFolder;
import org.watchword.desk.dispatch.DigestClock;
import org.watchword.desk.health.SourceHealth;
import org.watchword.desk.review.ReviewDesk;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchEditIndex;
import org.watchword.index.ElasticsearchReviewIndex;
import org.watchword.index.ElasticsearchSavedSearches;
import org.watchword.index.ElasticsearchStatementIndex;
import org.watchword.index.ElasticsearchStatementStreams;
import org.watchword.index.ElasticsearchStatementSummaries;
import org.watchword.index.QueryLemmatizer;
import org.watchword.model.StageCounts;
import org.watchword.model.Topics;

/** Serves the search page and the JSON API, and sends the digests. */
public final class DeskRoleFactory implements RoleFactory {

    private final Supplier<NlpModels> models;

    public DeskRoleFactory(Supplier<NlpModels> models) {
        this.models = models;
    }

    @Override
    public Role create(LineContext context) {
        DeskConfig config = context.config().desk();
        ElasticsearchConnection connection = ElasticsearchAccess.forRole(context);
        CountsReader counts = new CountsReader(context.kafka(), context.topic(Topics.COUNTS));
        CoverageReader coverage = new CoverageReader(context.kafka(), context.topic(Topics.COVERAGE));
        QueryLemmatizer lemmatizer = new WordLemmas(models.get())::lemma;
        var index = new ElasticsearchStatementIndex(connection, lemmatizer);
        HealthSource health =
                () -> SourceHealth.of(coverage.read(), context.clock().instant());
        AuditFolder audit = DeskAccess.audit(context.data());
        KafkaReviewLog log = new KafkaReviewLog(context.kafka(), context.topic(Topics.REVIEWS));
        ReviewDesk reviews = new ReviewDesk(
                new ElasticsearchReviewIndex(connection), Custody.entering(log, context), context.clock());
        RuleCards rules = new RuleCards(context.config().analyze());
        DeskServer server = new DeskServer(
                new DeskSettings(config.host(), config.port(), Set.copyOf(config.allowedHosts())),
                DeskAccess.settings(context.config().auth(), audit, context.clock()),
                new DeskPorts(
                        index,
                        new ElasticsearchStatementSummaries(connection, lemmatizer),
                        new ElasticsearchEditIndex(connection),
                        new ElasticsearchStatementStreams(connection, lemmatizer),
                        reviews,
                        new ElasticsearchSavedSearches(connection),
                        () -> read(counts),
                        health,
                        rules,
                        new ArchivedCopies(context.data()),
                        context.clock()));
        DigestConfig digest = context.config().digest();
        DigestClock digests = new DigestClock(Digests.of(
                        digest,
                        context.data(),
                        SubscriptionFiles.load(digest.folder()),
                        connection,
                        lemmatizer,
                        health,
                        rules.groups(),
                        context.clock())
                .rounds());
        return new Serving(server, digests, connection, counts, coverage, audit, log);
    }

    /** The reader is no thread's own, and requests come from many. */
    private static List<StageCounts> read(CountsReader counts) {
        synchronized (counts) {
            return List.copyOf(counts.read().values());
        }
    }

    private static final class Serving implements Role {

        private final DeskServer server;
        private final DigestClock digests;
        private final ElasticsearchConnection connection;
        private final CountsReader counts;
        private final CoverageReader coverage;
        private final AuditFolder audit;
        private final KafkaReviewLog log;
        private OptionalInt port = OptionalInt.empty();

        Serving(
                DeskServer server,
                DigestClock digests,
                ElasticsearchConnection connection,
                CountsReader counts,
                CoverageReader coverage,
                AuditFolder audit,
                KafkaReviewLog log) {
            this.server = server;
            this.digests = digests;
            this.connection = connection;
            this.counts = counts;
            this.coverage = coverage;
            this.audit = audit;
            this.log = log;
        }

        @Override
        public String name() {
            return "desk";
        }

        @Override
        public void start() {
            port = OptionalInt.of(server.start());
            digests.start();
        }

        @Override
        public List<String> problems() {
            return connection.problem().stream().toList();
        }

        @Override
        public OptionalInt port() {
            return port;
        }

        @Override
        public void close() {
            server.close();
            digests.close();
            connection.close();
            synchronized (counts) {
                counts.close();
            }
            coverage.close();
            audit.close();
            log.close();
        }
    }
}
