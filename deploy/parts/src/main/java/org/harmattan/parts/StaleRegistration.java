package org.harmattan.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.storage.internals.checkpoint.CleanShutdownFileHandler;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Strikes what the controller still believes about a broker that was killed, before that broker starts again.
 *
 * <p>Started directly, a killed broker loads its partitions as their leader, with its transaction coordinator, while the
 * controller still counts on the killed one. When the controller then gives that one up, every partition is without a
 * leader for a moment, and the coordinator (4.3.1: {@code TransactionMarkerChannelManager}, "these partitions are likely
 * deleted already and hence can be skipped") declares each transaction that it is ending complete, without its markers:
 * read-committed readers then wait at that partition for ever, and a commit can be lost. So the controller runs alone
 * first, until it has given the killed broker up.
 */
final class StaleRegistration {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private StaleRegistration() {}

    /** Whether the broker whose folder this is was stopped without having said so. */
    static boolean isLeft(Path folder) {
        return Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))
                && !Files.exists(folder.resolve(CleanShutdownFileHandler.CLEAN_SHUTDOWN_FILE_NAME));
    }

    /**
     * Runs the controller alone until no broker of that number counts as present; about two seconds.
     *
     * @param settings of a node with the controller role only, with a short session timeout
     */
    static void strike(KafkaConfig settings, int broker) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> files =
                KafkaRaftServer.initializeLogDirs(settings, LoggerFactory.getLogger(StaleRegistration.class), "");
        SharedServer shared = new SharedServer(
                settings,
                files._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(
                        settings.quorumConfig().voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), files._2());
        try {
            controller.startup();
            Absence absence = new Absence(broker);
            shared.loader().installPublishers(List.of(absence)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            absence.reached.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new PartFailure(
                    "The Kafka broker was killed before, and its controller does not let it start again: "
                            + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while the Kafka broker was starting.", e);
        } finally {
            controller.shutdown();
        }
    }

    /** Watches the cluster's metadata until the broker is gone from it or fenced. */
    private static final class Absence implements MetadataPublisher {
        private final int broker;
        private final CompletableFuture<Boolean> reached = new CompletableFuture<>();

        Absence(int broker) {
            this.broker = broker;
        }

        @Override
        public String name() {
            return "absence-of-broker-" + broker;
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            boolean present = Optional.ofNullable(image.cluster().broker(broker))
                    .map(BrokerRegistration::fenced)
                    .map(fenced -> !fenced)
                    .orElse(false);
            if (!present) {
                reached.complete(true);
            }
        }
    }
}
