package org.harmattan.console;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the console is told at start, under {@code harmattan}.
 *
 * @param kafka the cluster
 * @param registry the schema registry
 * @param catalogueFile a region catalogue in place of the shipped one
 * @param feed the live stream
 */
@ConfigurationProperties("harmattan")
public record ConsoleSettings(
        @Valid KafkaSettings kafka,
        @Valid RegistrySettings registry,
        Optional<Path> catalogueFile,
        @Valid FeedSettings feed) {

    /**
     * The cluster.
     *
     * @param bootstrapServers {@code host:port}, comma-separated
     */
    @ConfigurationProperties("kafka")
    public record KafkaSettings(@NotBlank String bootstrapServers) {}

    /**
     * The schema registry.
     *
     * @param url base address of Confluent's API
     */
    @ConfigurationProperties("registry")
    public record RegistrySettings(@NotBlank String url) {}

    /**
     * The live stream.
     *
     * @param heartbeatSeconds seconds between two comments that keep a silent connection open, 1 to 60
     * @param keptEntries how many entries a reader that comes back can go on from, 100 to 1,000,000
     */
    @ConfigurationProperties("feed")
    public record FeedSettings(
            @Bindable(defaultValue = "15") @Min(1) @Max(60) int heartbeatSeconds,

            @Bindable(defaultValue = "50000") @Min(100) @Max(1_000_000)
            int keptEntries) {}
}
