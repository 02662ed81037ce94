package org.harmattan.streams;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.topic.TopicCatalogue;

/** What the service is connected to: the cluster, the registry, the lane's topics, the catalogue of regions, the clock. */
@Factory
final class Connections {

    @Singleton
    @Bean(preDestroy = "close")
    ConfluentRegistry registry(@Property(name = "harmattan.registry.url") String url) {
        return new ConfluentRegistry(url);
    }

    @Singleton
    KafkaConnection kafka(
            @Property(name = "harmattan.kafka.bootstrap-servers") String bootstrapServers, ConfluentRegistry registry) {
        return new KafkaConnection(bootstrapServers, registry);
    }

    @Singleton
    TopicCatalogue topics(@Property(name = "harmattan.lane", defaultValue = "live") String lane) {
        return new TopicCatalogue(LaneNames.parse(lane));
    }

    @Singleton
    Catalogue catalogue(@Property(name = "harmattan.catalogue-file") Optional<Path> file) {
        return file.map(Catalogue::load).orElseGet(Catalogue::shipped);
    }

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
