package org.harmattan.schemas.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.awaitility.Awaitility;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.serde.Compatibility;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.serde.SchemaUnavailable;
import org.harmattan.schemas.topic.Lane;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real broker and a real registry; each test has a lane of its own. */
class TopicsApplyTest {

    private final Platform platform = Platform.shared();
    private final ConfluentRegistry registry = new ConfluentRegistry(platform.registryUrl());
    private final Admin admin = new KafkaConnection(platform.bootstrapServers(), registry).admin("topics-apply-test");
    private final TopicsApply apply = new TopicsApply(admin, registry);
    private TopicCatalogue topics = TopicCatalogue.live();

    @BeforeEach
    void laneOfItsOwn() {
        topics = new TopicCatalogue(Lane.run("t" + Long.toString(System.nanoTime(), 36)));
    }

    @AfterEach
    void close() throws Exception {
        admin.close();
        registry.close();
    }

    @Test
    void theFirstTimeMakesEverythingAndTheSecondTimeNothing() {
        List<Step> told = new ArrayList<>();
        apply.apply(topics.all(), told::add);
        assertThat(told)
                .filteredOn(Step.CreateTopic.class::isInstance)
                .hasSize(topics.all().size());
        assertThat(apply.apply(topics.all(), told::add)).isEmpty();
    }

    @Test
    void eachSubjectHasItsLevelBeforeAnythingElseIsSaid() {
        apply.apply(topics.all(), step -> {});
        for (Topic<?, ?> topic : topics.all()) {
            topic.subject().ifPresent(subject -> {
                assertThat(registry.compatibility(subject.name()))
                        .isEqualTo(Optional.of(subject.compatibility().name()));
                assertThat(registry.versions(subject.name())).containsExactly(subject.schema());
            });
        }
    }

    @Test
    void theRegistryItselfRefusesASchemaThatWouldBreakReaders() {
        apply.apply(topics.all(), step -> {});
        String subject = topics.alerts(Audience.OPEN).subject().orElseThrow().name();
        Schema broken = SchemaBuilder.record(AlertEvent.getClassSchema().getFullName())
                .fields()
                .requiredLong("alertId")
                .endRecord();
        assertThatThrownBy(() -> registry.register(subject, broken)).isInstanceOf(SchemaUnavailable.class);
    }

    @Test
    void aSchemaThatCannotReadTheLedgersPastIsRefusedBeforeAnythingChanges() {
        String subject = topics.ledger().subject().orElseThrow().name();
        Schema older = SchemaBuilder.record(LedgerEntry.getClassSchema().getFullName())
                .fields()
                .requiredString("seq")
                .endRecord();
        registry.setCompatibility(subject, Compatibility.BACKWARD_TRANSITIVE);
        registry.register(subject, older);
        assertThatThrownBy(() -> apply.apply(topics.all(), step -> {}))
                .isInstanceOf(RefusedPlan.class)
                .hasMessageContaining(subject);
        assertThat(registry.versions(subject)).containsExactly(older);
        assertThat(apply.plan(List.of(topics.intake()))).anyMatch(Step.CreateTopic.class::isInstance);
    }

    @Test
    void anotherNumberOfPartitionsIsRefused() throws Exception {
        apply.apply(topics.all(), step -> {});
        admin.createPartitions(java.util.Map.of(topics.ledger().name(), NewPartitions.increaseTo(5)))
                .all()
                .get();
        Awaitility.await("the broker shows the new number").until(() -> partitions(topics.ledger()) == 5);
        assertThatThrownBy(() -> apply.plan(topics.all()))
                .isInstanceOf(RefusedPlan.class)
                .hasMessageContaining("has 5 partitions and wants 4");
    }

    private int partitions(Topic<?, ?> topic) throws Exception {
        return admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .get(topic.name())
                .partitions()
                .size();
    }

    @Test
    void aServiceWhoseSchemaIsNotThereIsToldWhatToDo() {
        assertThatThrownBy(() -> registry.idOf("nowhere-value", AlertEvent.getClassSchema()))
                .isInstanceOf(SchemaUnavailable.class)
                .hasMessageContaining("harmattan topics apply");
    }
}
