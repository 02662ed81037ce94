package org.harmattan.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.harmattan.assessment.Assessment;
import org.harmattan.assessment.LedgerNotFoldable;
import org.harmattan.assessment.Output;
import org.harmattan.geography.Catalogue;
import org.harmattan.ledger.SampleReports;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.intake.ClockProposal;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.topic.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the ledger to the topics of both audiences. */
class AssessTopologyTest {

    private static final List<LedgerEntry> LEDGER = new ArrayList<>();

    private final TopologyBench bench = TopologyBench.assess();

    /** Two minutes with a few reports in them. */
    @BeforeAll
    static void writeLedger() {
        try (TopologyBench sequence = TopologyBench.routeAndSequence()) {
            for (int second = 0; second <= 120; second += 4) {
                // the bench's wall clock stands still, so its limit on proposals is moved along
                sequence.goTo(
                        SampleReports.NOON.plusSeconds(second),
                        SampleReports.NOON.plusSeconds(Math.max(0, second - 4)));
                sequence.send(
                        TopologyBench.TOPICS.intake(),
                        TopologyBench.THEATRE,
                        new IntakeEntry(new ClockProposal(SampleReports.NOON.plusSeconds(second), "test")));
                if (second % 40 == 0) {
                    sequence.send(SampleReports.attack("report " + second));
                }
            }
            sequence.read(TopologyBench.TOPICS.ledger()).forEach(record -> LEDGER.add(record.value()));
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void what_the_fold_says_is_published_to_its_audience_at_the_time_of_its_entry() {
        List<Output> expected = new ArrayList<>();
        Assessment assessment = Assessment.start(Catalogue.shipped(), TopologyBench.THEATRE);
        LEDGER.forEach(entry -> expected.addAll(assessment.apply(entry)));
        LEDGER.forEach(this::send);
        for (Audience audience : List.of(Audience.OPEN, Audience.RESTRICTED)) {
            assertPublished(expected, Output.Kind.INCIDENT, audience, TopologyBench.TOPICS.incidents(audience));
            assertPublished(expected, Output.Kind.SCORE, audience, TopologyBench.TOPICS.scores(audience));
            assertPublished(expected, Output.Kind.ALERT, audience, TopologyBench.TOPICS.alerts(audience));
            assertPublished(expected, Output.Kind.PULSE, audience, TopologyBench.TOPICS.pulse(audience));
        }
    }

    @Test
    void a_sign_of_life_comes_with_genesis_and_every_minute() {
        LEDGER.forEach(this::send);
        List<TestRecord<String, Pulse>> pulses = bench.read(TopologyBench.TOPICS.pulse(Audience.OPEN));
        assertThat(pulses).hasSizeGreaterThanOrEqualTo(3);
        assertThat(pulses.get(0).key()).isEqualTo(TopologyBench.THEATRE);
    }

    @Test
    void a_gap_in_the_ledger_stops_it() {
        send(LEDGER.get(0));
        assertThatThrownBy(() -> send(LEDGER.get(2)))
                .hasRootCauseInstanceOf(LedgerNotFoldable.class)
                .rootCause()
                .hasMessageContaining("entry 3")
                .hasMessageContaining("after entry 1");
    }

    @Test
    void bytes_that_cannot_be_read_on_the_ledger_stop_it() {
        assertThatThrownBy(() ->
                        bench.sendBytes(TopologyBench.TOPICS.ledger(), TopologyBench.THEATRE, new byte[] {1, 2, 3}))
                .isInstanceOf(RuntimeException.class);
        assertThat(bench.rejected()).isEmpty();
    }

    @Test
    void a_ledger_of_another_catalogue_or_a_newer_core_stops_it_and_says_what_it_needs() {
        LedgerEntry first = LEDGER.get(0);
        Genesis genesis = (Genesis) first.getBody();
        LedgerEntry otherCatalogue = LedgerEntry.newBuilder(first)
                .setBody(Genesis.newBuilder(genesis)
                        .setCatalogueDigest("0".repeat(64))
                        .build())
                .build();
        assertThatThrownBy(() -> send(otherCatalogue)).rootCause().hasMessageContaining("harmattan.catalogue-file");
        try (TopologyBench other = TopologyBench.assess()) {
            LedgerEntry newerCore = LedgerEntry.newBuilder(first)
                    .setBody(Genesis.newBuilder(genesis).setCoreVersion(99).build())
                    .build();
            assertThatThrownBy(() -> other.send(TopologyBench.TOPICS.ledger(), TopologyBench.THEATRE, newerCore))
                    .rootCause()
                    .hasMessageContaining("needs core 99");
        }
    }

    private void send(LedgerEntry entry) {
        bench.send(TopologyBench.TOPICS.ledger(), TopologyBench.THEATRE, entry);
    }

    private <V extends SpecificRecord> void assertPublished(
            List<Output> expected, Output.Kind kind, Audience audience, Topic<String, V> topic) {
        List<TestRecord<String, V>> published = bench.read(topic);
        List<Output> ofTopic = expected.stream()
                .filter(output -> output.kind() == kind && output.audience() == audience)
                .toList();
        assertThat(published).as(topic.name()).hasSameSizeAs(ofTopic);
        for (int i = 0; i < published.size(); i++) {
            assertThat(published.get(i).key()).isEqualTo(ofTopic.get(i).key());
            assertThat((Object) published.get(i).value())
                    .isEqualTo(ofTopic.get(i).value());
            assertThat(published.get(i).getRecordTime())
                    .isEqualTo(ofTopic.get(i).at());
        }
    }
}
