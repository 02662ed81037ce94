package org.harmattan.notifier;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.harmattan.explanation.Explainer;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.ConfluentRegistry;

/** What the notifier stands on: the catalogue, the registry, the cluster. */
@Factory
final class Surroundings {

    @Singleton
    Catalogue catalogue(@Property(name = "harmattan.catalogue-file") Optional<Path> file) {
        return file.map(Catalogue::load).orElseGet(Catalogue::shipped);
    }

    @Singleton
    Explainer explainer(Catalogue catalogue) {
        return new Explainer(catalogue);
    }

    @Bean(preDestroy = "close")
    @Singleton
    ConfluentRegistry registry(@Property(name = "harmattan.registry.url") String url) {
        return new ConfluentRegistry(url);
    }

    @Singleton
    KafkaConnection kafka(
            @Property(name = "harmattan.kafka.bootstrap-servers") String bootstrapServers, ConfluentRegistry registry) {
        return new KafkaConnection(bootstrapServers, registry);
    }
}
