package org.watchword.app.role;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.app.config.IndexConfig;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineContext;
import org.watchword.app.line.Role;
import org.watchword.app.line.RoleFactory;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.IndexMigration;
import org.watchword.index.IndexRole;
import org.watchword.index.IndexSettings;

/** Writes analyses into Elasticsearch. */
public final class IndexRoleFactory implements RoleFactory {

    @Override
    public Role create(LineContext context) {
        WatchwordConfig config = context.config();
        ElasticsearchConnection connection = ElasticsearchAccess.forRole(context);
        if (config.elasticsearch().embedded()) {
            // A server of our own has no other writer, and nobody to run a command before this one.
            var unused = new IndexMigration(connection).run();
        }
        IndexRole role = new IndexRole(
                settings(config),
                context.kafka(),
                connection,
                context.clock(),
                context.instruments().index(),
                context.onFailure());
        return new Indexing(role, connection);
    }

    private static IndexSettings settings(WatchwordConfig config) {
        IndexConfig index = config.index();
        IndexSettings defaults = IndexSettings.defaults();
        return new IndexSettings(
                index.bulkActions(),
                index.bulkBytes().bytes(),
                defaults.maxPoll(),
                index.backoffStart(),
                index.backoffMax(),
                config.kafka().topicPrefix(),
                config.kafka().topicPrefix() + "index",
                index.instance());
    }

    private record Indexing(IndexRole role, ElasticsearchConnection connection) implements Role {

        @Override
        public String name() {
            return "index";
        }

        @Override
        public void start() {
            role.start();
        }

        @Override
        public List<String> problems() {
            return Stream.of(role.problem(), connection.problem())
                    .flatMap(Optional::stream)
                    .toList();
        }

        @Override
        public void close() {
            try (connection) {
                role.close();
            }
        }
    }
}
