package org.harmattan.embedded;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@code run}. */
@Command(
        name = "harmattan run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Start everything on this machine: Kafka, the schema registry, PostgreSQL, a mailbox and the four services.",
            "All of it listens on loopback only. Ctrl-C stops it; what it knows stays in the data folder."
        })
final class RunOptions {

    /** The system property with which the launcher names the data folder of this checkout. */
    static final String DATA_PROPERTY = "harmattan.data";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept. Default: data beside the launcher.")
    private @Nullable Path data;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "${env:HARMATTAN_PORT_OFFSET:-0}",
            description = "Add N to every port (HARMATTAN_PORT_OFFSET).")
    private int portOffset;

    @Option(names = "--open", description = "Open the map in the browser when it is ready.")
    private boolean open;

    /** The data folder: the option, else what the launcher says, else {@code data} here. */
    Path data() {
        return Optional.ofNullable(data)
                .orElseGet(() -> Path.of(
                        Optional.ofNullable(System.getProperty(DATA_PROPERTY)).orElse("data")))
                .toAbsolutePath()
                .normalize();
    }

    Ports ports() {
        return new Ports(portOffset);
    }

    boolean open() {
        return open;
    }
}
