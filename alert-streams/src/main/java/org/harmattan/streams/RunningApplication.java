package org.harmattan.streams;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Kafka Streams application while it runs, and why it stopped when it did. */
final class RunningApplication {

    private static final Logger LOG = LoggerFactory.getLogger(RunningApplication.class);

    /** Before a thread is started again after a failure that may pass; else it would spin. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String RUNNING = "RUNNING";

    private final String name;
    private final KafkaStreams streams;
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

    private RunningApplication(String name, KafkaStreams streams) {
        this.name = name;
        this.streams = streams;
    }

    static RunningApplication start(String name, Topology topology, Properties properties) {
        KafkaStreams streams = new KafkaStreams(topology, properties);
        RunningApplication application = new RunningApplication(name, streams);
        streams.setUncaughtExceptionHandler(application::died);
        streams.start();
        return application;
    }

    private StreamThreadExceptionResponse died(Throwable thrown) {
        Failure why = Failure.of(thrown);
        failure.set(why);
        if (why.passing()) {
            LOG.warn("{}: a thread ended and is started again: {}", name, why.reason());
            LockSupport.parkNanos(PAUSE.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("{}: stopped: {}", name, why.reason());
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    String name() {
        return name;
    }

    KafkaStreams streams() {
        return streams;
    }

    /** Why it is not working, or empty when it works: tasks are assigned to it, and all of its threads run. */
    Optional<String> trouble() {
        Failure why = failure.get();
        KafkaStreams.State state = streams.state();
        if (!state.isRunningOrRebalancing()) {
            return Optional.of(why == null ? "is " + state : why.reason());
        }
        if (isWorking()) {
            failure.set(null);
            return Optional.empty();
        }
        return Optional.of(why == null ? "has no tasks yet" : why.reason());
    }

    /** State RUNNING is reported before tasks are assigned, so the tasks themselves are looked at. */
    private boolean isWorking() {
        Set<ThreadMetadata> threads = streams.metadataForLocalThreads();
        boolean allRun =
                threads.stream().allMatch(thread -> thread.threadState().equals(RUNNING));
        boolean haveTasks = threads.stream()
                .anyMatch(thread -> !thread.activeTasks().isEmpty()
                        || !thread.standbyTasks().isEmpty());
        return allRun && haveTasks;
    }

    /** Partitions of a topic that this instance works on. */
    Set<Integer> activePartitions(String topic) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topic))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }

    /** Stops it, its open transaction committed. */
    void close(Duration atMost) {
        if (!streams.close(atMost)) {
            LOG.warn("{}: did not stop within {} s", name, atMost.toSeconds());
        }
    }
}
