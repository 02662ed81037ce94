package org.harmattan.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BrokerTest {
    private static final String TOPIC = "spoken";

    @TempDir
    Path data;

    @Test
    void keepsWhatItAcknowledgedThroughAKillAndEvenAnOpenTransactionDoesNotHoldItUp() throws Exception {
        try (ChildRun run = ChildRun.start(data, "broker")) {
            createTopic(run.address(0));
            write(run.address(0), "before the kill");
            leaveATransactionOpen(run.address(0));
            run.kill();
        }
        try (DataDirectory directory = DataDirectory.open(data);
                Broker broker = Broker.start(directory, 0)) {
            write(broker.bootstrapServers(), "after the kill");
            assertThat(readCommitted(broker.bootstrapServers(), 2))
                    .containsExactly("before the kill", "after the kill");
        }
    }

    @Test
    void makesNoTopicThatNobodyAskedFor() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data);
                Broker broker = Broker.start(directory, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("misspelt"))
                            .allTopicNames()
                            .get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void aTakenPortIsNamedWithWhoWantsItAndTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket();
                DataDirectory directory = DataDirectory.open(data)) {
            taken.bind(new InetSocketAddress(LoopbackPorts.address(), 0));
            assertThatThrownBy(() -> Broker.start(directory, taken.getLocalPort()))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("the Kafka broker")
                    .hasMessageContaining("--port-offset N");
        }
    }

    private static void createTopic(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void write(String bootstrap, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get(30, TimeUnit.SECONDS);
        }
    }

    /** Never closed, as a killed application never closes its producer. */
    private static void leaveATransactionOpen(String bootstrap) throws Exception {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "transactional.id", "killed",
                        "transaction.timeout.ms", "1000"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, "never committed")).get(30, TimeUnit.SECONDS);
        producer.close(Duration.ZERO);
    }

    private static List<String> readCommitted(String bootstrap, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partitions);
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                consumer.seekToBeginning(partitions);
                                List<String> values = new java.util.ArrayList<>();
                                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
                                    values.add(record.value());
                                }
                                return values;
                            },
                            values -> values.size() >= count);
        }
    }
}
