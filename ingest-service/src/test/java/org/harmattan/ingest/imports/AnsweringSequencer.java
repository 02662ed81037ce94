package org.harmattan.ingest.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.harmattan.ingest.RunningIngest;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.receipt.ReceiptOf;
import org.harmattan.schemas.receipt.ReceiptReason;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.topic.Topic;

/** Stands in for the sequencer: answers attacks and commands, knows which ids it has seen, and remembers their order. */
final class AnsweringSequencer implements AutoCloseable {

    private static final Topic<String, AttackReport> ATTACKS = RunningIngest.TOPICS.attackReports();
    private static final Topic<String, Command> COMMANDS = RunningIngest.TOPICS.commands();
    private static final Topic<String, Receipt> RECEIPTS = RunningIngest.TOPICS.receipts();

    private final KafkaConnection kafka;
    private final Consumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final Set<String> known = new HashSet<>();
    private final Map<String, ReceiptReason> refusals = new ConcurrentHashMap<>();
    private final List<Object> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<AttackReport> reports = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean mute;

    AnsweringSequencer(KafkaConnection kafka) {
        this.kafka = kafka;
        consumer = kafka.consumer("test-sequencer", Optional.empty());
        producer = kafka.producer("test-sequencer");
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<String, ?> topic : List.of(ATTACKS, COMMANDS)) {
            IntStream.range(0, topic.partitions())
                    .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition)));
        }
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
        thread = new Thread(this::run, "test-sequencer");
        thread.start();
    }

    /** From now on nothing that asks for reports is answered. */
    void muteReports(boolean value) {
        mute = value;
    }

    void refuse(String reportId, ReceiptReason reason) {
        refusals.put(reportId, reason);
    }

    /** Bodies of the commands so far, in their order. */
    List<Object> commands() {
        return List.copyOf(bodies);
    }

    List<AttackReport> reports() {
        return List.copyOf(reports);
    }

    private void run() {
        try {
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    answer(record);
                }
            }
        } catch (WakeupException e) {
            consumer.close();
            producer.close();
        }
    }

    private void answer(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(COMMANDS.name())) {
            Command command = kafka.deserializer(COMMANDS).deserialize(record.topic(), record.value());
            bodies.add(command.getBody());
            send(receipt(ReceiptOf.COMMAND, command.getCommandId(), Outcome.ACCEPTED, ReceiptReason.NEW)
                    .build());
            return;
        }
        AttackReport report = kafka.deserializer(ATTACKS).deserialize(record.topic(), record.value());
        reports.add(report);
        if (mute) {
            return;
        }
        ReportEnvelope envelope = report.getEnvelope();
        ReceiptReason refusal = refusals.get(envelope.getReportId());
        boolean isNew = known.add(envelope.getReportId());
        Outcome outcome = refusal != null ? Outcome.REJECTED : isNew ? Outcome.ACCEPTED : Outcome.DUPLICATE;
        ReceiptReason reason = refusal != null ? refusal : isNew ? ReceiptReason.NEW : ReceiptReason.SAME_CONTENT;
        send(receipt(ReceiptOf.REPORT, envelope.getReportId(), outcome, reason)
                .setRevision(envelope.getRevision())
                .setImportId(envelope.getImportId())
                .build());
    }

    private static Receipt.Builder receipt(ReceiptOf subject, String id, Outcome outcome, ReceiptReason reason) {
        return Receipt.newBuilder()
                .setSubject(subject)
                .setId(id)
                .setRevision(0)
                .setOutcome(outcome)
                .setReason(reason)
                .setTheatre("west-central-africa")
                .setAt(Instant.now());
    }

    private void send(Receipt receipt) {
        var sent =
                producer.send(new ProducerRecord<>(RECEIPTS.name(), receipt.getId(), kafka.bytes(RECEIPTS, receipt)));
        if (sent.isCancelled()) {
            throw new IllegalStateException("a receipt was not sent");
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
