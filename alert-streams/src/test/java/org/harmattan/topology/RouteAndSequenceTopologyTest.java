package org.harmattan.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.harmattan.geography.Catalogue;
import org.harmattan.ledger.SampleReports;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.intake.ClockProposal;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.receipt.ReceiptReason;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ReportStatus;
import org.harmattan.schemas.serde.InMemorySchemaIds;
import org.harmattan.schemas.serde.SchemaIds;
import org.harmattan.schemas.serde.SchemaUnavailable;
import org.harmattan.schemas.topic.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From topic to topic: what route and sequence do with what they read. */
class RouteAndSequenceTopologyTest {

    private static final Topic<String, LedgerEntry> LEDGER = TopologyBench.TOPICS.ledger();
    private static final Topic<String, Receipt> RECEIPTS = TopologyBench.TOPICS.receipts();

    private TopologyBench bench = TopologyBench.routeAndSequence();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_report_enters_its_theatres_ledger_and_is_answered() {
        AttackReport report = SampleReports.attack("one");
        bench.send(report);
        List<TestRecord<String, LedgerEntry>> ledger = bench.read(LEDGER);
        assertThat(ledger.get(0).value().getBody()).isInstanceOf(Genesis.class);
        TestRecord<String, LedgerEntry> last = ledger.get(ledger.size() - 1);
        assertThat(last.key()).isEqualTo(TopologyBench.THEATRE);
        assertThat(last.getRecordTime()).isEqualTo(last.value().getAt());
        assertThat(((LedgerReport) last.value().getBody()).getReportId())
                .isEqualTo(report.getEnvelope().getReportId());
        TestRecord<String, Receipt> receipt = bench.read(RECEIPTS).get(0);
        assertThat(receipt.key()).isEqualTo(report.getEnvelope().getReportId());
        assertThat(receipt.value().getOutcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(receipt.value().getSeq()).isEqualTo(last.value().getSeq());
    }

    @Test
    void an_id_keeps_its_kind_from_topic_to_topic() {
        bench.send(SampleReports.attack("one"));
        bench.send(SampleReports.movement(SampleReports.envelope("one").setRevision(2)));
        assertThat(lastReceipt().getReason()).isEqualTo(ReceiptReason.KIND_CHANGED);
    }

    @Test
    void a_command_enters_the_ledger_and_is_answered() {
        Command command = SampleReports.command("begin", new BeginImport(SampleReports.id("import")));
        bench.send(TopologyBench.TOPICS.commands(), "import", command);
        assertThat(lastEntry().getBody()).isEqualTo(command);
        assertThat(lastReceipt().getId()).isEqualTo(command.getCommandId());
    }

    @Test
    void a_command_of_a_theatre_that_does_not_exist_is_answered_too() {
        Command command = Command.newBuilder(
                        SampleReports.command("begin", new BeginImport(SampleReports.id("import"))))
                .setTheatres(List.of("nowhere"))
                .build();
        bench.send(TopologyBench.TOPICS.commands(), "import", command);
        assertThat(lastReceipt().getReason()).isEqualTo(ReceiptReason.INVALID_COMMAND);
    }

    @Test
    void a_clock_proposal_moves_the_theatres_time() {
        propose(0);
        propose(4);
        bench.send(SampleReports.attack("one"));
        assertThat(lastEntry().getAt()).isEqualTo(SampleReports.NOON.plusSeconds(4));
    }

    @Test
    void a_refused_report_is_set_aside_readable_with_its_reason() {
        AttackReport drill =
                SampleReports.attack(SampleReports.envelope("drill").setStatus(ReportStatus.EXERCISE));
        bench.send(drill);
        assertThat(lastReceipt().getReason()).isEqualTo(ReceiptReason.EXERCISE_IN_LIVE_LANE);
        TestRecord<byte[], byte[]> rejected = bench.rejected().get(0);
        assertThat(rejected.key()).asString().isEqualTo(drill.getEnvelope().getReportId());
        assertThat(rejected.value()).isEqualTo(bench.bytes(TopologyBench.TOPICS.attackReports(), drill));
        assertThat(header(rejected, Rejected.REASON)).isEqualTo("EXERCISE_IN_LIVE_LANE");
        assertThat(header(rejected, Rejected.TOPIC)).isEqualTo("harmattan.reports.attack");
        assertThat(bench.read(LEDGER)).isEmpty();
    }

    @Test
    void unreadable_bytes_are_set_aside_as_they_came_and_the_next_report_is_taken() {
        byte[] words = "a name that nobody may read".getBytes(StandardCharsets.UTF_8);
        byte[] unknownSchema = {0, 0, 0, 3, 77, 1, 2, 3};
        byte[] cutShort = new byte[12];
        System.arraycopy(
                bench.bytes(TopologyBench.TOPICS.attackReports(), SampleReports.attack("cut")), 0, cutShort, 0, 12);
        for (byte[] bytes : List.of(words, unknownSchema, cutShort)) {
            bench.sendBytes(TopologyBench.TOPICS.attackReports(), "key", bytes);
            TestRecord<byte[], byte[]> rejected = bench.rejected().get(0);
            assertThat(rejected.value()).isEqualTo(bytes);
            assertThat(header(rejected, Rejected.REASON)).isEqualTo("UNREADABLE");
            assertThat(rejected.headers().toArray())
                    .extracting(Header::key)
                    .containsExactlyInAnyOrder(Rejected.REASON, Rejected.TOPIC, Rejected.PARTITION, Rejected.OFFSET);
        }
        bench.send(SampleReports.attack("next"));
        assertThat(lastReceipt().getOutcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void unreadable_commands_and_intake_entries_are_set_aside_too() {
        bench.sendBytes(TopologyBench.TOPICS.commands(), "key", new byte[] {9});
        bench.sendBytes(TopologyBench.TOPICS.intake(), TopologyBench.THEATRE, new byte[] {9});
        assertThat(bench.rejected())
                .extracting(record -> header(record, Rejected.TOPIC))
                .containsExactly("harmattan.commands", "harmattan.intake");
    }

    @Test
    @SuppressWarnings("NullAway") // a record without a value is what this is about
    void a_record_without_a_value_is_set_aside() {
        bench.sendBytes(TopologyBench.TOPICS.attackReports(), "key", null);
        assertThat(header(bench.rejected().get(0), Rejected.REASON)).isEqualTo("EMPTY");
    }

    @Test
    void an_intake_entry_of_another_theatre_is_set_aside() {
        bench.send(
                TopologyBench.TOPICS.intake(),
                "elsewhere",
                new IntakeEntry(new ClockProposal(SampleReports.NOON, "test")));
        assertThat(header(bench.rejected().get(0), Rejected.REASON)).isEqualTo("OTHER_THEATRE");
        assertThat(bench.read(LEDGER)).isEmpty();
    }

    @Test
    void a_registry_that_does_not_answer_makes_nothing_unreadable() {
        bench.close();
        InMemorySchemaIds known = new InMemorySchemaIds();
        bench = TopologyBench.routeAndSequence(
                new SchemaIds() {
                    @Override
                    public int idOf(String subject, Schema schema) {
                        return known.idOf(subject, schema);
                    }

                    @Override
                    public Schema schemaOf(int id) {
                        throw new SchemaUnavailable("the registry does not answer", new java.io.IOException());
                    }
                },
                LedgerTail.none());
        assertThatThrownBy(() -> bench.send(SampleReports.attack("one")))
                .hasRootCauseInstanceOf(java.io.IOException.class);
        assertThat(bench.rejected()).isEmpty();
    }

    @Test
    void the_trace_goes_on_and_no_other_header_does() {
        Headers headers = new RecordHeaders();
        headers.add("traceparent", "00-1-2-01".getBytes(StandardCharsets.UTF_8));
        headers.add("secret", "words".getBytes(StandardCharsets.UTF_8));
        bench.sendBytes(
                TopologyBench.TOPICS.attackReports(),
                "key",
                bench.bytes(TopologyBench.TOPICS.attackReports(), SampleReports.attack("one")),
                headers);
        for (TestRecord<String, LedgerEntry> entry : bench.read(LEDGER)) {
            assertThat(entry.headers().toArray()).extracting(Header::key).containsExactly("traceparent");
        }
    }

    @Test
    void a_memory_that_is_behind_its_ledger_is_rebuilt_before_anything_is_numbered() {
        AttackReport report = SampleReports.attack("one");
        propose(0);
        propose(3);
        bench.send(report);
        List<LedgerEntry> ledger = new ArrayList<>();
        bench.read(LEDGER).forEach(record -> ledger.add(record.value()));
        bench.close();
        bench = TopologyBench.routeAndSequence(
                new InMemorySchemaIds(), (theatre, position, entries) -> ledger.forEach(entries));
        bench.send(report);
        assertThat(lastReceipt().getOutcome()).isEqualTo(Outcome.DUPLICATE);
        bench.send(SampleReports.attack("two"));
        LedgerEntry next = lastEntry();
        assertThat(next.getSeq()).isEqualTo(ledger.size() + 1);
        assertThat(next.getAt()).isEqualTo(SampleReports.NOON.plusSeconds(3));
    }

    @Test
    void a_theatre_of_a_partition_that_no_topic_has_is_refused() {
        assertThat(new TheatrePartitions(Catalogue.shipped()).partitionOf(TopologyBench.THEATRE))
                .isZero();
        assertThatThrownBy(() -> new TheatrePartitions(Catalogue.shipped()).partitionOf("nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void propose(long second) {
        bench.send(
                TopologyBench.TOPICS.intake(),
                TopologyBench.THEATRE,
                new IntakeEntry(new ClockProposal(SampleReports.NOON.plusSeconds(second), "test")));
    }

    private LedgerEntry lastEntry() {
        List<TestRecord<String, LedgerEntry>> ledger = bench.read(LEDGER);
        return ledger.get(ledger.size() - 1).value();
    }

    private Receipt lastReceipt() {
        List<TestRecord<String, Receipt>> receipts = bench.read(RECEIPTS);
        return receipts.get(receipts.size() - 1).value();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
