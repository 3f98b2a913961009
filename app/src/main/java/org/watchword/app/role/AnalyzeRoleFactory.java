package org.watchword.app.role;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.revision.CorrectionNotes;
import org.watchword.analyze.rule.RuleWatcher;
import org.watchword.analyze.story.StorySettings;
import org.watchword.analyze.topology.AnalyzeRole;
import org.watchword.analyze.topology.AnalyzeSettings;
import org.watchword.app.config.AnalyzeConfig;
import org.watchword.app.config.KafkaConfig;
import org.watchword.app.config.StoriesConfig;
import org.watchword.app.line.LineContext;
import org.watchword.app.line.LineException;
import org.watchword.app.line.Role;
import org.watchword.app.line.RoleFactory;
import org.watchword.model.TopicLayout;

/** Analyses documents. */
public final class AnalyzeRoleFactory implements RoleFactory {

    private final Supplier<NlpModels> models;

    public AnalyzeRoleFactory(Supplier<NlpModels> models) {
        this.models = models;
    }

    @Override
    public Role create(LineContext context) {
        KafkaConfig kafka = context.config().kafka();
        AnalyzeSettings defaults = AnalyzeSettings.defaults();
        AnalyzeSettings settings = new AnalyzeSettings(
                "analyze",
                new TopicLayout(kafka.topicPrefix(), kafka.partitions(), (short) kafka.replication()),
                context.config().analyze().threads(),
                context.config().analyze().commitInterval(),
                defaults.standbys(),
                defaults.maxRecordBytes(),
                context.config().analyze().reuseBytes().bytes(),
                stories(context.config().analyze().stories()),
                defaults.threadReplacements());
        AnalyzeConfig config = context.config().analyze();
        Analyzers analyzers = Analyzers.load(config, models.get());
        AnalyzeRole role = new AnalyzeRole(
                settings,
                client(context),
                context.data().resolve("analyze"),
                analyzers.factory(context.instruments().steps()),
                CorrectionNotes.load(context.config().analyze().languagesFolder()),
                context.instruments().analyze(),
                context.onFailure());
        context.instruments().threads(role::threads);
        Custody.noteAnalysis(context);
        return new Analyzing(
                role,
                new RuleWatcher(analyzers.reload(config), () -> Custody.noteAnalysis(context)),
                config.rulesReload());
    }

    /** Known by a name, an analyzer that was killed and started again goes on with its partitions at once. */
    private static Map<String, Object> client(LineContext context) {
        Path data = context.data().resolve("analyze");
        try {
            Map<String, Object> client = new HashMap<>(context.kafka());
            client.put(
                    StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), InstanceName.of(data));
            return client;
        } catch (IOException e) {
            throw new LineException("Analysing cannot start in " + data + ": " + e.getMessage(), e);
        }
    }

    private static StorySettings stories(StoriesConfig config) {
        return new StorySettings(config.resemblance(), config.containment(), config.minWords(), config.window());
    }

    /** @param every time between two looks at the files of the rules; zero looks at them never */
    private record Analyzing(AnalyzeRole role, RuleWatcher watcher, Duration every) implements Role {

        @Override
        public String name() {
            return "analyze";
        }

        @Override
        public void start() {
            role.start();
            if (!every.isZero()) {
                watcher.start(every);
            }
        }

        @Override
        public List<String> problems() {
            return role.problem().stream().toList();
        }

        @Override
        public void close() {
            watcher.close();
            role.close();
        }
    }
}
