package org.harmattan.ingest.following;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.UnreadableRecord;
import org.harmattan.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic on a thread of its own, read committed, and hands over each record in its partition's
 * order. It survives the loss of the broker and goes on where it was.
 *
 * @param <V> type of the values
 */
public final class TopicFollower<V> implements AutoCloseable {

    /** Where it begins. */
    public enum From {
        BEGINNING,
        END
    }

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long STOP_MILLIS = 5_000;

    private final KafkaConnection kafka;
    private final Topic<String, V> topic;
    private final From from;
    private final BiConsumer<String, @Nullable V> taker;
    private final Deserializer<V> deserializer;
    private final Thread thread;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long lastPollNanos = System.nanoTime();
    private volatile @Nullable Consumer<String, byte[]> consumer;

    /** @param taker is given key and value, null for a deletion; called by the follower's thread only */
    public TopicFollower(
            KafkaConnection kafka, Topic<String, V> topic, From from, BiConsumer<String, @Nullable V> taker) {
        this.kafka = kafka;
        this.topic = topic;
        this.from = from;
        this.taker = taker;
        this.deserializer = kafka.deserializer(topic);
        this.thread = new Thread(this::run, "follow-" + topic.name());
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether everything that was there at the start has been handed over. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Waits until everything that was there at the start has been handed over; false when that takes longer. */
    public boolean awaitCaughtUp(Duration longest) throws InterruptedException {
        return caughtUp.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it has been in touch with the broker within the last 30 s. */
    public boolean isAlive() {
        return thread.isAlive() && System.nanoTime() - lastPollNanos < SILENT_NANOS;
    }

    @Override
    public void close() {
        closed.countDown();
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        while (!isClosed()) {
            try (Consumer<String, byte[]> opened =
                    kafka.consumer("harmattan-ingest-" + topic.shortName(), Optional.empty())) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException e) {
                LOG.debug("{}: stopped", topic);
            } catch (OffsetOutOfRangeException e) {
                LOG.warn("{}: records were deleted before they were read; going on with what is left", topic);
                e.partitions().forEach(positions::remove);
            } catch (RuntimeException e) {
                LOG.warn(
                        "{}: cannot be followed ({}); trying again",
                        topic,
                        e.getClass().getName());
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void pause() {
        try {
            boolean stopped = closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            LOG.debug("{}: {}", topic, stopped ? "stopped" : "trying again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private void follow(Consumer<String, byte[]> reader) {
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        reader.assign(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        Map<TopicPartition, Long> starts = from == From.END ? ends : reader.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long start = positions.computeIfAbsent(partition, p -> starts.getOrDefault(p, 0L));
            reader.seek(partition, start);
        }
        while (!isClosed()) {
            if (!isCaughtUp() && partitions.stream().allMatch(p -> reader.position(p) >= ends.getOrDefault(p, 0L))) {
                caughtUp.countDown();
            }
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                take(record);
                positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
            lastPollNanos = System.nanoTime();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        V value;
        try {
            value = deserializer.deserialize(record.topic(), record.value());
        } catch (UnreadableRecord e) {
            LOG.error("{}-{}@{}: cannot be read and is passed over", topic, record.partition(), record.offset());
            return;
        }
        taker.accept(record.key(), value);
    }
}
