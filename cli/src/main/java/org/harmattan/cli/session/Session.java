package org.harmattan.cli.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, and what follows from them. */
public final class Session {

    /** The system property with which the launcher names the data folder of this checkout. */
    public static final String DATA_PROPERTY = "harmattan.data";

    @Option(
            names = "--port-offset",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            defaultValue = "${env:HARMATTAN_PORT_OFFSET:-0}",
            description = "Reach a run that was started with this offset (HARMATTAN_PORT_OFFSET).")
    private int portOffset;

    @Option(
            names = "--bootstrap",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            defaultValue = "${env:HARMATTAN_BOOTSTRAP:-}",
            description = "Address of Kafka (HARMATTAN_BOOTSTRAP); default: the run on this machine.")
    private String bootstrap = "";

    @Option(
            names = "--registry",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            defaultValue = "${env:HARMATTAN_REGISTRY:-}",
            description = "Address of the schema registry's API (HARMATTAN_REGISTRY).")
    private String registry = "";

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Data folder of the run, for the keys in it.")
    private @Nullable Path data;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace when something fails.")
    private boolean debug;

    /** Whether stack traces are wanted. */
    public boolean debug() {
        return debug;
    }

    /** The run on this machine. */
    public LocalRun localRun() {
        return new LocalRun(portOffset);
    }

    /** Kafka's address, {@code host:port}, comma-separated. */
    public String bootstrapServers() {
        return bootstrap.isBlank() ? localRun().bootstrapServers() : bootstrap;
    }

    /** The registry's API. */
    public String registryUrl() {
        return registry.isBlank() ? localRun().registryUrl() : registry;
    }

    /** The data folder: the option, else what the launcher says, else {@code data} here. */
    public Path data() {
        return Optional.ofNullable(data)
                .orElseGet(() -> Path.of(
                        Optional.ofNullable(System.getProperty(DATA_PROPERTY)).orElse("data")));
    }

    /**
     * Connects to Kafka and the registry.
     *
     * @throws CommandFailure at once if nothing listens at one of the addresses: the clients themselves would try for a
     *     minute
     */
    public Cluster cluster() {
        for (String server : bootstrapServers().split(",")) {
            Reachable.check("Kafka", server.trim());
        }
        URI url = URI.create(registryUrl());
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        Reachable.check("the schema registry", url.getHost() + ":" + port);
        return new Cluster(bootstrapServers(), new ConfluentRegistry(registryUrl()));
    }
}
