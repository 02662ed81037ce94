package org.harmattan.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.EligibleLeaderReplicasVersion;

/**
 * A Kafka broker and its KRaft controller in this process, alone in its cluster, listening on loopback. It takes up
 * whatever its folder holds, also after a kill.
 */
public final class Broker implements AutoCloseable {
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it takes requests: about two seconds, and two more after a kill.
     *
     * @param directory it keeps its topics in the folder {@code kafka} of it
     * @param port where clients connect; 0 for any free one
     * @throws PartFailure if the port is taken or the folder cannot be used
     */
    public static Broker start(DataDirectory directory, int port) {
        Path folder = directory.folder("kafka");
        int clientPort = LoopbackPorts.claim("the Kafka broker", port);
        if (StaleRegistration.isLeft(folder)) {
            StaleRegistration.strike(new KafkaConfig(controllerAlone(folder), false), NODE);
        }
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(whole(folder, clientPort), false), Time.SYSTEM);
        boolean started = false;
        try {
            server.startup();
            started = true;
        } finally {
            if (!started) {
                server.shutdown();
            }
        }
        return new Broker(server, clientPort);
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            // A kill in the middle of the very first start leaves a half of this; meta.properties is written last.
            Files.deleteIfExists(folder.resolve(BootstrapDirectory.BINARY_BOOTSTRAP_FILENAME));
            new Formatter()
                    .setPrintStream(quiet)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(CONTROLLER)
                    // Made for several replicas: on one, a kill would make every election an unclean one.
                    .setFeatureLevel(EligibleLeaderReplicasVersion.FEATURE_NAME, (short) 0)
                    .run();
        } catch (IOException e) {
            throw new PartFailure("The Kafka broker's folder " + folder + " cannot be prepared: " + e.getMessage(), e);
        } catch (Exception e) {
            // Formatter.run declares Exception.
            throw new PartFailure("The Kafka broker's folder " + folder + " cannot be formatted: " + e.getMessage(), e);
        }
    }

    private static Properties node(Path folder, int controllerPort) {
        Properties settings = new Properties();
        settings.setProperty("node.id", Integer.toString(NODE));
        settings.setProperty("controller.quorum.voters", NODE + "@" + LoopbackPorts.HOST + ":" + controllerPort);
        settings.setProperty("controller.listener.names", CONTROLLER);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.setProperty("log.dirs", folder.toString());
        return settings;
    }

    private static Properties controllerAlone(Path folder) {
        int controllerPort = LoopbackPorts.free();
        Properties settings = node(folder, controllerPort);
        settings.setProperty("process.roles", "controller");
        settings.setProperty("listeners", CONTROLLER + "://" + LoopbackPorts.HOST + ":" + controllerPort);
        settings.setProperty("broker.session.timeout.ms", "1000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        return settings;
    }

    private static Properties whole(Path folder, int port) {
        int controllerPort = LoopbackPorts.free();
        Properties settings = node(folder, controllerPort);
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty(
                "listeners",
                "PLAINTEXT://" + LoopbackPorts.HOST + ":" + port + "," + CONTROLLER + "://" + LoopbackPorts.HOST + ":"
                        + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://" + LoopbackPorts.HOST + ":" + port);
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
        // Broker and controller live and die together; a machine that stutters must not make one give the other up.
        settings.setProperty("broker.session.timeout.ms", "60000");

        // Topics come from the catalogue; a misspelt name must fail and not make one.
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        // Few internal partitions: the default of 50 each costs seconds at a start after a kill.
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "4");

        // The open transaction of a killed application holds back every read-committed reader until it is aborted.
        settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.setProperty("group.min.session.timeout.ms", "1000");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");

        // One machine, a few clients: bounded threads and buffers (the cleaner alone would take 128 MiB).
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
        settings.setProperty("num.recovery.threads.per.data.dir", "2");
        settings.setProperty("log.cleaner.threads", "1");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        return settings;
    }

    /** The address for clients, {@code host:port}. */
    public String bootstrapServers() {
        return LoopbackPorts.HOST + ":" + port;
    }

    /** The port for clients. */
    public int port() {
        return port;
    }

    /** Stops the broker cleanly and returns when it has ended. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
