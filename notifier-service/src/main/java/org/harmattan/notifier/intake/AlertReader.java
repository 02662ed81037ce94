package org.harmattan.notifier.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.notifier.database.DatabaseFailure;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.SchemaUnavailable;
import org.harmattan.schemas.serde.UnreadableRecord;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the alerts of one audience, read committed, partitions assigned, and takes them in one by one. The broker's idea
 * of where it stands is never asked: offsets live with the inbox.
 */
final class AlertReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final long TRY_AGAIN_MILLIS = 3_000;

    private final KafkaConnection kafka;
    private final Audience audience;
    private final Topic<String, AlertEvent> topic;
    private final Transactions transactions;
    private final TopicOffsets offsets;
    private final Intake intake;
    private final Clock clock;
    private final Deserializer<AlertEvent> deserializer;
    private volatile Reading reading = new Reading.Starting();
    private volatile Optional<From> choice = Optional.empty();
    private final SynchronousQueue<Boolean> nudge = new SynchronousQueue<>();
    private volatile Optional<Consumer<String, byte[]>> current = Optional.empty();
    private volatile boolean stopping;

    AlertReader(
            KafkaConnection kafka,
            Audience audience,
            Transactions transactions,
            TopicOffsets offsets,
            Intake intake,
            Clock clock) {
        this.kafka = kafka;
        this.audience = audience;
        this.topic = TopicCatalogue.live().alerts(audience);
        this.transactions = transactions;
        this.offsets = offsets;
        this.intake = intake;
        this.clock = clock;
        this.deserializer = kafka.deserializer(topic);
    }

    Topic<String, AlertEvent> topic() {
        return topic;
    }

    Reading reading() {
        return reading;
    }

    /**
     * Chooses where to begin.
     *
     * @return false when there is nothing to choose
     */
    boolean choose(From from) {
        if (!(reading instanceof Reading.NeedsChoice)) {
            return false;
        }
        choice = Optional.of(from);
        // nobody waits when it is just looking again by itself, and then it finds the choice
        boolean unused = nudge.offer(Boolean.TRUE);
        return true;
    }

    /** Lets the reader end at the next record. */
    void stop() {
        stopping = true;
        current.ifPresent(Consumer::wakeup);
        boolean unused = nudge.offer(Boolean.TRUE);
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                try (Consumer<String, byte[]> consumer =
                        kafka.consumer("harmattan-notifier-" + topic.shortName(), Optional.empty())) {
                    current = Optional.of(consumer);
                    read(consumer);
                } catch (WakeupException | InterruptException e) {
                    // stop() was called: the loop's condition ends it
                    continue;
                } catch (InvalidOffsetException e) {
                    // the offsets are looked at anew, and the reason is found there
                    reading = new Reading.Waiting("the broker does not have the offset to go on with");
                } catch (KafkaException | DatabaseFailure e) {
                    waitBecauseOf(e);
                } catch (RuntimeException e) {
                    LOG.error("{} is not read for the moment", topic, e);
                    reading = new Reading.Waiting("unexpected " + e.getClass().getName() + ", see the log");
                } finally {
                    current = Optional.empty();
                }
                if (!stopping) {
                    var unused = nudge.poll(TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reading = new Reading.Stopped();
        }
    }

    private void waitBecauseOf(RuntimeException e) {
        String why = e instanceof UnreadableRecord || e instanceof SchemaUnavailable || e instanceof DatabaseFailure
                ? String.valueOf(e.getMessage())
                : "the broker does not answer as it should: " + e.getClass().getSimpleName();
        Reading before = reading;
        reading = new Reading.Waiting(why);
        if (!before.equals(reading)) {
            LOG.warn("{} is not read for the moment: {}", topic, why);
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        Optional<Map<TopicPartition, Long>> begin = begin(consumer);
        if (begin.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> positions = new HashMap<>(begin.get());
        positions.forEach(consumer::seek);
        reading = new Reading.Running();
        while (!stopping) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                if (stopping || !take(record, positions)) {
                    return;
                }
            }
        }
    }

    private boolean take(ConsumerRecord<String, byte[]> record, Map<TopicPartition, Long> positions) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        AlertEvent event;
        if (record.value() == null) {
            throw new UnreadableRecord(partition + " at offset " + record.offset() + ": a record without a value");
        }
        try {
            event = deserializer.deserialize(record.topic(), record.value());
        } catch (UnreadableRecord e) {
            throw new UnreadableRecord(partition + " at offset " + record.offset() + ": " + e.getMessage());
        }
        if (event.getAudience() != audience) {
            throw new UnreadableRecord(partition + " at offset " + record.offset() + ": an alert of another audience");
        }
        boolean taken =
                intake.take(new Intake.Arrival(record, positions.getOrDefault(partition, record.offset()), event));
        positions.put(partition, record.offset() + 1);
        return taken;
    }

    /** Where to begin; empty when a person must choose first. */
    private Optional<Map<TopicPartition, Long>> begin(Consumer<String, byte[]> consumer) {
        TopicDescription description = describe();
        List<TopicPartition> partitions = description.partitions().stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Start.Found found = new Start.Found(
                description.topicId().toString(),
                byNumber(consumer.beginningOffsets(partitions)),
                byNumber(consumer.endOffsets(partitions)));
        Optional<From> chosen = choice;
        choice = Optional.empty();
        Start start = transactions.inTransaction(connection -> {
            if (chosen.isPresent()) {
                offsets.forget(connection, topic.name());
                Map<Integer, Long> from = chosen.get() == From.BEGINNING ? found.first() : found.end();
                for (Map.Entry<Integer, Long> entry : from.entrySet()) {
                    register(connection, entry.getKey(), found.topicId(), entry.getValue());
                }
            }
            Start decided = Start.of(offsets.of(connection, topic.name()), found);
            if (decided instanceof Start.At at) {
                for (Map.Entry<Integer, Long> entry : at.toRegister().entrySet()) {
                    register(connection, entry.getKey(), found.topicId(), entry.getValue());
                }
            }
            return decided;
        });
        if (start instanceof Start.Choice needed) {
            Reading before = reading;
            reading = new Reading.NeedsChoice(needed.why());
            if (!before.equals(reading)) {
                LOG.error("{} is not read: {}. Choose where to begin; see /health", topic, needed.why());
            }
            return Optional.empty();
        }
        SortedMap<Integer, Long> begin = ((Start.At) start).offsets();
        Map<TopicPartition, Long> positions = new HashMap<>();
        begin.forEach((partition, offset) -> positions.put(new TopicPartition(topic.name(), partition), offset));
        return Optional.of(positions);
    }

    private void register(Connection connection, int partition, String topicId, long offset) throws SQLException {
        offsets.register(
                connection, topic.name(), partition, new TopicOffsets.Position(topicId, offset), clock.instant());
    }

    private TopicDescription describe() {
        try (Admin admin = kafka.admin("harmattan-notifier-admin")) {
            return Objects.requireNonNull(admin.describeTopics(List.of(topic.name()))
                    .allTopicNames()
                    .get(BROKER_ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .get(topic.name()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new SchemaUnavailable("the topic " + topic + " is not there: run 'harmattan topics apply'");
            }
            throw new KafkaException("the broker did not describe " + topic, e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not describe " + topic + " in time", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> numbers = new HashMap<>();
        offsets.forEach((partition, offset) -> numbers.put(partition.partition(), offset));
        return numbers;
    }
}
