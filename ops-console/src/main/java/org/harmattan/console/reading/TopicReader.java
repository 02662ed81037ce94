package org.harmattan.console.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.console.store.Offsets;
import org.harmattan.console.store.Sql;
import org.harmattan.console.store.StoreUnavailable;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.UnreadableRecord;
import org.harmattan.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics into the store: read committed, partitions assigned by itself, rows and offsets in one transaction. So a
 * crash at any moment loses nothing and doubles nothing. When the broker, the registry or the database does not answer it
 * tries again, for ever; what it cannot read stops it, and its state says where.
 */
final class TopicReader implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final String name;
    private final KafkaConnection kafka;
    private final Sql sql;
    private final Offsets offsets;
    private final Batch batch;
    private final Clock clock;
    private final Map<String, Source> sources = new HashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /** A topic and what reads its values; the thread's own. */
    private record Source(
            Topic<String, ? extends SpecificRecord> topic, Deserializer<? extends SpecificRecord> deserializer) {}

    private volatile ReaderState state;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private long passedOver;

    TopicReader(String name, KafkaConnection kafka, Sql sql, Offsets offsets, Batch batch, Clock clock) {
        this.name = name;
        this.kafka = kafka;
        this.sql = sql;
        this.offsets = offsets;
        this.batch = batch;
        this.clock = clock;
        batch.topics().forEach(topic -> sources.put(topic.name(), new Source(topic, kafka.deserializer(topic))));
        this.state = new ReaderState(ReaderState.Phase.STARTING, clock.instant(), Optional.empty(), -1, 0);
        this.thread = new Thread(this, "read-" + name);
        thread.setUncaughtExceptionHandler((dead, failure) -> stuck(failure));
    }

    void start() {
        thread.start();
    }

    String name() {
        return name;
    }

    ReaderState state() {
        return state;
    }

    @Override
    public void run() {
        Duration pause = Duration.ofMillis(250);
        while (stop.getCount() > 0) {
            try (Consumer<String, byte[]> opened = kafka.consumer("console-" + name, Optional.empty())) {
                consumer = opened;
                Map<TopicPartition, String> topicIds = begin(opened);
                pause = Duration.ofMillis(250);
                while (stop.getCount() > 0) {
                    readOnce(opened, topicIds);
                }
            } catch (WakeupException e) {
                // close() woke the consumer: the loop's condition ends it
            } catch (UnreadableRecord e) {
                become(ReaderState.Phase.STUCK, Optional.of(String.valueOf(e.getMessage())), -1);
                LOG.error("reader {} stops: {}", name, e.getMessage());
                return;
            } catch (KafkaException | StoreUnavailable e) {
                batch.interrupted();
                become(ReaderState.Phase.RETRYING, Optional.of(String.valueOf(e.getMessage())), -1);
                LOG.warn("reader {} tries again in {} ms: {}", name, pause.toMillis(), e.getMessage());
                pauseFor(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            } finally {
                consumer = null;
            }
        }
        become(ReaderState.Phase.STOPPED, Optional.empty(), -1);
    }

    private Map<TopicPartition, String> begin(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, String> topicIds = topicIds();
        Collection<TopicPartition> partitions = topicIds.keySet();
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        StartOffsets start = StartOffsets.of(offsets.all(), topicIds, beginnings, ends);
        if (!start.others().isEmpty()) {
            LOG.warn("reader {}: {} are not the topics that were read before; reading them anew", name, start.others());
            startAgain(start.others());
            start = StartOffsets.of(offsets.all(), topicIds, beginnings, ends);
        }
        start.offsets().forEach((partition, next) -> consumer.seek(partition, next.next()));
        become(ReaderState.Phase.READING, Optional.empty(), -1);
        return topicIds;
    }

    private void startAgain(List<TopicPartition> others) {
        sql.inTransaction(connection -> {
            batch.startAgain(connection, others);
            return others;
        });
    }

    /** The broker's id of each topic: it tells a topic made anew from the one that was read. */
    private Map<TopicPartition, String> topicIds() {
        Map<TopicPartition, String> ids = new HashMap<>();
        try (Admin admin = kafka.admin("console-" + name + "-topics")) {
            Map<String, TopicDescription> descriptions =
                    admin.describeTopics(sources.keySet()).allTopicNames().get();
            for (TopicDescription description : descriptions.values()) {
                description
                        .partitions()
                        .forEach(partition -> ids.put(
                                new TopicPartition(description.name(), partition.partition()),
                                description.topicId().toString()));
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the topics cannot be described: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while describing topics", e);
        }
        return ids;
    }

    private void readOnce(Consumer<String, byte[]> consumer, Map<TopicPartition, String> topicIds) {
        ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
        if (!polled.isEmpty()) {
            List<Batch.Received> received = new ArrayList<>(polled.count());
            polled.forEach(record -> read(record).ifPresent(received::add));
            Map<TopicPartition, Offsets.Next> next = new HashMap<>();
            for (TopicPartition partition : polled.partitions()) {
                next.put(
                        partition,
                        new Offsets.Next(topicIds.getOrDefault(partition, "unknown"), consumer.position(partition)));
            }
            sql.inTransaction(connection -> {
                batch.write(connection, received);
                offsets.move(connection, next);
                return next;
            });
            batch.committed();
        }
        become(ReaderState.Phase.READING, Optional.empty(), lag(consumer));
    }

    private Optional<Batch.Received> read(ConsumerRecord<String, byte[]> record) {
        Source source = sources.get(record.topic());
        if (source == null) {
            throw new IllegalStateException("a record of a topic that was not assigned: " + record.topic());
        }
        byte[] bytes = record.value();
        try {
            SpecificRecord value = source.deserializer().deserialize(record.topic(), bytes);
            if (value == null) {
                throw new UnreadableRecord(record.topic() + ": a tombstone where none belongs");
            }
            return Optional.of(new Batch.Received(source.topic(), value, bytes));
        } catch (UnreadableRecord e) {
            if (batch.passesOverUnreadable()) {
                passedOver++;
                return Optional.empty();
            }
            throw new UnreadableRecord(
                    "partition " + record.partition() + ", offset " + record.offset() + ": " + e.getMessage());
        }
    }

    private static long lag(Consumer<String, byte[]> consumer) {
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong of = consumer.currentLag(partition);
            lag += of.orElse(0);
        }
        return lag;
    }

    /** Whatever ends the thread shows in its state: a reader that is gone must not look like one with nothing to do. */
    private void stuck(Throwable failure) {
        batch.interrupted();
        become(ReaderState.Phase.STUCK, Optional.of(failure.getClass().getSimpleName()), -1);
        LOG.error("reader {} stops: {}", name, failure.getClass().getName(), failure);
    }

    private void become(ReaderState.Phase phase, Optional<String> problem, long lag) {
        ReaderState before = state;
        state = new ReaderState(
                phase, before.phase() == phase ? before.since() : clock.instant(), problem, lag, passedOver);
    }

    private void pauseFor(Duration pause) {
        try {
            if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("reader {} was told to stop", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop.countDown();
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
