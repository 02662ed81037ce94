package org.harmattan.schemas.client;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.schemas.serde.SchemaIds;
import org.harmattan.schemas.topic.Topic;

/**
 * A cluster and the registry beside it.
 *
 * @param bootstrapServers {@code host:port}, comma-separated
 * @param schemaIds the registry
 */
public record KafkaConnection(String bootstrapServers, SchemaIds schemaIds) {

    /** What every client of ours is told. */
    private Map<String, Object> common(String clientId) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return properties;
    }

    public Admin admin(String clientId) {
        return Admin.create(common(clientId));
    }

    /**
     * A consumer that reads committed records only, commits nothing by itself and never guesses where to start:
     * {@code auto.offset.reset} is {@code none}. Values come as bytes; {@link #deserializer} reads them.
     *
     * @param group consumer group, or empty for a reader that assigns its partitions itself
     */
    public Consumer<String, byte[]> consumer(String clientId, Optional<String> group) {
        Map<String, Object> properties = common(clientId);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        group.ifPresent(id -> properties.put(ConsumerConfig.GROUP_ID_CONFIG, id));
        return new KafkaConsumer<>(
                properties,
                new org.apache.kafka.common.serialization.StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** An idempotent producer that waits for all replicas. Values are serialised by {@link #bytes}. */
    public Producer<String, byte[]> producer(String clientId) {
        return new KafkaProducer<>(
                producerProperties(clientId),
                new org.apache.kafka.common.serialization.StringSerializer(),
                new ByteArraySerializer());
    }

    /** A producer whose {@code initTransactions} was called: several records are taken whole or not at all. */
    public Producer<String, byte[]> transactionalProducer(String clientId, String transactionalId) {
        Map<String, Object> properties = producerProperties(clientId);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        Producer<String, byte[]> producer = new KafkaProducer<>(
                properties, new org.apache.kafka.common.serialization.StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private Map<String, Object> producerProperties(String clientId) {
        Map<String, Object> properties = common(clientId);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return properties;
    }

    /** The bytes of a value for a topic, in Confluent's wire format where the value is a record. */
    public <V> byte[] bytes(Topic<?, V> topic, V value) {
        return topic.valueSerde(schemaIds).serializer().serialize(topic.name(), value);
    }

    /** Reads values of a topic. */
    public <V> Deserializer<V> deserializer(Topic<?, V> topic) {
        return topic.valueSerde(schemaIds).deserializer();
    }

    /** Names of topics, for {@code subscribe}. */
    public static Collection<String> names(Collection<? extends Topic<?, ?>> topics) {
        return topics.stream().map(Topic::name).toList();
    }
}
