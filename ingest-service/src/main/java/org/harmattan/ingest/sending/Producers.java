package org.harmattan.ingest.sending;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.harmattan.schemas.client.KafkaConnection;

/**
 * Makes the producers of this service. They give up sooner than others of ours: somebody waits for the answer, and a
 * transaction that a crash leaves open holds back every reader.
 */
@Singleton
final class Producers {

    static final Duration GIVES_UP_AFTER = Duration.ofSeconds(15);

    private static final Duration ONE_REQUEST = Duration.ofSeconds(10);

    private final KafkaConnection kafka;
    private final String instance;

    Producers(KafkaConnection kafka, @Property(name = "harmattan.instance") String instance) {
        this.kafka = kafka;
        this.instance = instance;
    }

    Producer<String, byte[]> plain() {
        return new KafkaProducer<>(properties(), new StringSerializer(), new ByteArraySerializer());
    }

    /** Its id is the instance's, so that a start ends what the same instance had left open. */
    Producer<String, byte[]> transactional() {
        Map<String, Object> properties = properties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "harmattan-" + instance);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) GIVES_UP_AFTER.toMillis());
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "harmattan-" + instance);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) GIVES_UP_AFTER.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ONE_REQUEST.toMillis());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ONE_REQUEST.toMillis());
        return properties;
    }
}
