package org.harmattan.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.apache.avro.Schema;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.serde.Compatibility;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    private final TopicCatalogue live = TopicCatalogue.live();

    @Test
    void everyTopicOfTheLiveLaneHasItsOwnName() {
        List<String> names = live.all().stream().map(Topic::name).toList();
        assertThat(names).hasSize(21).doesNotHaveDuplicates().allMatch(name -> name.startsWith("harmattan."));
        assertThat(names)
                .contains(
                        "harmattan.reports.attack",
                        "harmattan.commands",
                        "harmattan.intake",
                        "harmattan.ledger",
                        "harmattan.receipts",
                        "harmattan.reports.rejected",
                        "harmattan.alerts",
                        "harmattan.alerts.restricted",
                        "harmattan.alerts.current.restricted",
                        "harmattan.sources",
                        "harmattan.deliveries");
    }

    @Test
    void lanesShareNoTopicButTheRegistryOfSourcesAndTheAuditTrail() {
        var names = new HashSet<>(live.all().stream().map(Topic::name).toList());
        for (Lane lane : List.of(Lane.exercise("flood"), Lane.run("r-1"))) {
            var catalogue = new TopicCatalogue(lane);
            assertThat(catalogue.all().stream().map(Topic::name)).doesNotContainAnyElementsOf(names);
            assertThat(catalogue.sources().name()).isEqualTo(live.sources().name());
        }
    }

    @Test
    void logsAreKeptForEverAndCopiesAreNot() {
        assertThat(live.ledger().configuration()).containsEntry("retention.ms", "-1");
        assertThat(live.commands().configuration()).containsEntry("retention.ms", "-1");
        assertThat(live.intake().configuration()).containsEntry("retention.ms", "604800000");
        assertThat(live.attackReports().configuration()).containsEntry("retention.ms", "7776000000");
        assertThat(live.currentAlerts(Audience.OPEN).configuration()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void lanesWhoseTimeIsNotTheBrokersKeepEverything() {
        assertThat(new TopicCatalogue(Lane.run("r-1")).intake().configuration())
                .containsEntry("retention.ms", "-1")
                .containsEntry("segment.ms", Long.toString(Long.MAX_VALUE))
                .containsEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE))
                .containsEntry("segment.index.bytes", "1048576");
    }

    @Test
    void whatOutsidersReadIsFullyCompatibleAndLogsReadTheirWholePast() {
        assertThat(compatibility(live.alerts(Audience.OPEN))).isEqualTo(Compatibility.FULL_TRANSITIVE);
        assertThat(compatibility(live.receipts())).isEqualTo(Compatibility.FULL_TRANSITIVE);
        assertThat(compatibility(live.ledger())).isEqualTo(Compatibility.BACKWARD_TRANSITIVE);
        assertThat(compatibility(live.attackReports())).isEqualTo(Compatibility.BACKWARD_TRANSITIVE);
    }

    @Test
    void everyFieldIsDocumentedAndEveryEnumFallsBackToUnknown() {
        for (Topic<?, ?> topic : live.all()) {
            topic.subject().ifPresent(subject -> assertDocumented(subject.schema(), new HashSet<>()));
        }
    }

    @Test
    void aLaneRefusesANameThatIsNoName() {
        assertThatThrownBy(() -> Lane.exercise("Flood 1")).hasMessageContaining("lower-case");
    }

    private static Compatibility compatibility(Topic<?, ?> topic) {
        return topic.subject().orElseThrow().compatibility();
    }

    private static void assertDocumented(Schema schema, java.util.Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                    for (Schema.Field field : schema.getFields()) {
                        if (schema.getFields().size() > 1) {
                            assertThat(field.doc())
                                    .as(schema.getFullName() + "." + field.name())
                                    .isNotBlank();
                        }
                        assertDocumented(field.schema(), seen);
                    }
                }
            }
            case ENUM ->
                assertThat(schema.getEnumDefault()).as(schema.getFullName()).isEqualTo("UNKNOWN");
            case UNION -> schema.getTypes().forEach(type -> assertDocumented(type, seen));
            case ARRAY -> assertDocumented(schema.getElementType(), seen);
            default -> assertThat(schema.getType()).isNotEqualTo(Schema.Type.FIXED);
        }
    }
}
