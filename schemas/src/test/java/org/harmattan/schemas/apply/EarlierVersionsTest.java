package org.harmattan.schemas.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.topic.Lane;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was ever written can still be read, and a real registry agrees. */
class EarlierVersionsTest {

    private static final TopicCatalogue TOPICS =
            new TopicCatalogue(Lane.run("h" + Long.toString(System.nanoTime(), 36)));

    @BeforeAll
    static void keepOnRequest() throws IOException {
        if (Boolean.getBoolean("harmattan.contracts.keep")) {
            ContractHistory.keep();
        }
    }

    static List<Topic<?, ?>> topics() {
        return TOPICS.all().stream()
                .filter(topic -> topic.subject().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theContractIsTheLastVersionThatWasKept(Topic<?, ?> topic) {
        List<Schema> versions = ContractHistory.versions(topic);
        assertThat(versions)
                .as("%s changed: see ContractHistory for how to keep it as a further version", topic.shortName())
                .isNotEmpty()
                .last()
                .isEqualTo(topic.subject().orElseThrow().schema());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aRealRegistryTakesEveryVersionAfterTheEarlierOnes(Topic<?, ?> topic) throws Exception {
        Topic.Subject subject = topic.subject().orElseThrow();
        try (ConfluentRegistry registry =
                new ConfluentRegistry(Platform.shared().registryUrl())) {
            registry.setCompatibility(subject.name(), subject.compatibility());
            for (Schema version : ContractHistory.versions(topic)) {
                assertThatCode(() -> registry.register(subject.name(), version)).doesNotThrowAnyException();
            }
            assertThat(registry.versions(subject.name())).containsExactlyElementsOf(ContractHistory.versions(topic));
        }
    }
}
