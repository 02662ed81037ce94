package org.harmattan.ingest.sending;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Hands reports and commands to the broker. Thread-safe. */
@Singleton
public final class ReportSender {

    /** Longer than the producer tries by itself. */
    private static final Duration PATIENCE = Producers.GIVES_UP_AFTER.plusSeconds(5);

    private final Producer<String, byte[]> producer;
    private final TransactionalSender transactions;
    private final Map<ReportKind, Topic<String, ? extends SpecificRecord>> topics = new EnumMap<>(ReportKind.class);
    private final Map<ReportKind, Serializer<SpecificRecord>> serializers = new EnumMap<>(ReportKind.class);
    private final Topic<String, Command> commands;
    private final KafkaConnection kafka;

    ReportSender(
            KafkaConnection kafka, TopicCatalogue catalogue, Producers producers, TransactionalSender transactions) {
        this.kafka = kafka;
        this.transactions = transactions;
        this.producer = producers.plain();
        this.commands = catalogue.commands();
        for (ReportKind kind : ReportKind.values()) {
            if (kind != ReportKind.UNKNOWN) {
                topics.put(kind, catalogue.reports(kind));
                serializers.put(kind, serializer(catalogue.reports(kind)));
            }
        }
    }

    /** Each kind's topic only ever meets records of that kind. */
    @SuppressWarnings("unchecked")
    private Serializer<SpecificRecord> serializer(Topic<String, ? extends SpecificRecord> topic) {
        return (Serializer<SpecificRecord>) topic.valueSerde(kafka.schemaIds()).serializer();
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }

    /**
     * Sends one report and returns once the broker has it.
     *
     * @throws NotSent when the broker does not take it in time; it may have it all the same
     */
    public Sent send(Outgoing report) {
        return await(producer.send(record(report)));
    }

    /**
     * Sends several reports whole or not at all, and returns once the broker has them.
     *
     * @throws NotSent when the broker does not take them; readers of committed records see none of them
     */
    public List<Sent> sendTogether(List<Outgoing> reports) {
        List<ProducerRecord<String, byte[]>> records =
                reports.stream().map(this::record).toList();
        return transactions.send(records);
    }

    /** Sends one report; the callback hears whether the broker has it. Blocks while the producer's memory is full. */
    public void send(SpecificRecord report, Callback callback) {
        Future<RecordMetadata> sent = producer.send(record(new Outgoing(report, null)), callback);
        if (sent.isDone()) {
            return; // its outcome has reached the callback
        }
    }

    /**
     * Sends a command and returns once the broker has it.
     *
     * @param about id of what it is about: commands about one thing keep their order
     */
    public void send(String about, Command command) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                commands.name(), null, command.getIssuedAt().toEpochMilli(), about, kafka.bytes(commands, command));
        Sent sent = await(producer.send(record));
        if (sent.offset() < 0) {
            throw new NotSent("the broker did not keep the command");
        }
    }

    private ProducerRecord<String, byte[]> record(Outgoing outgoing) {
        ReportEnvelope envelope = outgoing.envelope();
        ReportKind kind = Reports.kindOf(outgoing.report());
        String topic = of(topics, kind).name();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                topic,
                null,
                envelope.getReceivedAt().toEpochMilli(),
                envelope.getReportId(),
                of(serializers, kind).serialize(topic, outgoing.report()));
        if (outgoing.traceparent() != null) {
            record.headers().add("traceparent", outgoing.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    private static <V> V of(Map<ReportKind, V> table, ReportKind kind) {
        V value = table.get(kind);
        if (value == null) {
            throw new IllegalStateException("there is no topic of reports of kind " + kind);
        }
        return value;
    }

    static List<Sent> awaitAll(List<Future<RecordMetadata>> futures) {
        List<Sent> all = new ArrayList<>(futures.size());
        futures.forEach(future -> all.add(await(future)));
        return all;
    }

    static Sent await(Future<RecordMetadata> future) {
        try {
            RecordMetadata metadata = future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Sent(metadata.topic(), metadata.partition(), metadata.offset());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotSent("the broker did not take it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent("interrupted while waiting for the broker", e);
        }
    }
}
