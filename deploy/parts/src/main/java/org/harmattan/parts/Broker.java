package org.harmattan.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

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
     * Starts a broker and returns when it takes requests (about two seconds).
     *
     * @param directory it keeps its topics in the folder {@code kafka} of it
     * @param port where clients connect; 0 for any free one
     * @throws PartFailure if the port is taken or the folder cannot be used
     */
    public static Broker start(DataDirectory directory, int port) {
        Path folder = directory.folder("kafka");
        int clientPort = LoopbackPorts.claim("the Kafka broker", port);
        int controllerPort = LoopbackPorts.free();
        format(folder);
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(settings(folder, clientPort, controllerPort), false), Time.SYSTEM);
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
                    .setDirectories(java.util.List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(CONTROLLER)
                    .run();
        } catch (IOException e) {
            throw new PartFailure("The Kafka broker's folder " + folder + " cannot be prepared: " + e.getMessage(), e);
        } catch (Exception e) {
            // Formatter.run declares Exception.
            throw new PartFailure("The Kafka broker's folder " + folder + " cannot be formatted: " + e.getMessage(), e);
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE));
        settings.setProperty("controller.quorum.voters", NODE + "@" + LoopbackPorts.HOST + ":" + controllerPort);
        settings.setProperty(
                "listeners",
                "PLAINTEXT://" + LoopbackPorts.HOST + ":" + port + "," + CONTROLLER + "://" + LoopbackPorts.HOST + ":"
                        + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://" + LoopbackPorts.HOST + ":" + port);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.setProperty("controller.listener.names", CONTROLLER);
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
        settings.setProperty("log.dirs", folder.toString());

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
