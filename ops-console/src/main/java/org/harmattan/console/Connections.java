package org.harmattan.console;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.harmattan.explanation.Explainer;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.topic.TopicCatalogue;

/** What the console reaches outside itself, and what it knows by heart. */
@Factory
final class Connections {

    @Singleton
    Catalogue catalogue(ConsoleSettings settings) {
        return settings.catalogueFile().map(Catalogue::load).orElseGet(Catalogue::shipped);
    }

    @Singleton
    Explainer explainer(Catalogue catalogue) {
        return new Explainer(catalogue);
    }

    @Singleton
    TopicCatalogue topics() {
        return TopicCatalogue.live();
    }

    @Bean(preDestroy = "close")
    @Singleton
    ConfluentRegistry registry(ConsoleSettings settings) {
        return new ConfluentRegistry(settings.registry().url());
    }

    @Singleton
    KafkaConnection kafka(ConsoleSettings settings, ConfluentRegistry registry) {
        return new KafkaConnection(settings.kafka().bootstrapServers(), registry);
    }
}
