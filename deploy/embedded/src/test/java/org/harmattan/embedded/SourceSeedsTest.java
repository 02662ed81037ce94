package org.harmattan.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.apply.TopicsApply;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.junit.jupiter.api.Test;

class SourceSeedsTest {

    @Test
    void sourcesArePlantedOnceAndTheLocalOneFollowsItsKey() throws Exception {
        Platform platform = Platform.shared();
        try (ConfluentRegistry registry = new ConfluentRegistry(platform.registryUrl())) {
            KafkaConnection kafka = new KafkaConnection(platform.bootstrapServers(), registry);
            try (Admin admin = kafka.admin("source-seeds-test")) {
                new TopicsApply(admin, registry).apply(TopicCatalogue.live().all(), step -> {});
            }
            SourceSeeds seeds = new SourceSeeds(kafka);

            assertThat(seeds.plant("a".repeat(64))).containsExactly("local", "ucdp", "acled");
            assertThat(seeds.plant("a".repeat(64))).isEmpty();
            assertThat(seeds.plant("b".repeat(64))).containsExactly("local");
            assertThat(seeds.plant("b".repeat(64))).isEmpty();
        }
    }
}
