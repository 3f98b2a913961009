package org.watchword.app.embedded;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server$;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Kafka's controller and broker in one process, as {@link KafkaRaftServer} runs them, but for one thing: after a crash the broker starts
 * only when the controller has noticed that the one before it is gone.
 *
 * <p>Started at once, the broker would find itself the leader of everything in its dead self's name, lose that as soon as its session ends,
 * and get it back. A commit that the crash interrupted is carried out in the first of the three: its markers are sent to an address where
 * nobody listens any more, and the moment there is no leader they are taken for a deleted topic's and dropped, and the transaction for
 * complete (Kafka 4.3.1, {@code TransactionMarkerChannelManager.addTxnMarkersToBrokerQueue}). Nobody could read past it ever after.
 */
final class CombinedServer {

    private static final Logger LOG = LoggerFactory.getLogger(CombinedServer.class);
    /** Many times the session of a broker; longer would hide that something else is wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int node;
    private final ControllerServer controller;
    private final BrokerServer broker;

    CombinedServer(KafkaConfig config) {
        node = config.nodeId();
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folders =
                KafkaRaftServer.initializeLogDirs(config, LOG, "embedded Kafka ");
        Map<Integer, InetSocketAddress> voters =
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters());
        SharedServer shared = new SharedServer(
                config,
                folders._1(),
                Time.SYSTEM,
                Server$.MODULE$.initializeMetrics(
                        config, Time.SYSTEM, folders._1().clusterId().orElseThrow()),
                CompletableFuture.completedFuture(voters),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
    }

    /**
     * Starts both and returns when they answer.
     *
     * @throws ServerException when this thread is interrupted
     */
    void startup() {
        controller.startup();
        awaitEndOfEarlierSelf();
        broker.startup();
    }

    /** Stops the broker, then the controller, without which it could not leave in order. */
    void shutdown() {
        broker.shutdown();
        controller.shutdown();
    }

    private void awaitEndOfEarlierSelf() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (earlierSelfLives()) {
            if (System.nanoTime() > deadline) {
                LOG.warn(
                        "the controller still takes the broker for alive that ran here before, after {} s; going on",
                        PATIENCE.toSeconds());
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerException("The start of the embedded Kafka broker was interrupted.", e);
            }
        }
    }

    /** Also while the controller has not read its log yet, and cannot know. */
    private boolean earlierSelfLives() {
        MetadataImage known = controller.metadataCache().currentImage();
        BrokerRegistration registered = known.cluster().broker(node);
        return known.isEmpty() || registered != null && !registered.fenced();
    }
}
