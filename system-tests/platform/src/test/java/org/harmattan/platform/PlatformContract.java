package org.harmattan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What every provider must do: carry a record, keep a schema, keep a row. */
final class PlatformContract {
    private PlatformContract() {}

    static void holdsFor(Platform platform) throws Exception {
        carriesARecord(platform.bootstrapServers());
        keepsASchema(platform.registryUrl());
        keepsARow(platform);
    }

    private static void carriesARecord(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic("carried", Optional.of(1), Optional.empty())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "contract"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("carried", "key", "value"));
            producer.commitTransaction();
        }
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("carried", 0)));
            assertThat(consumer.poll(Duration.ofSeconds(20)).records("carried"))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("value"));
        }
    }

    private static void keepsASchema(String registryUrl) throws Exception {
        AvroSchema schema = new AvroSchema(
                "{\"type\":\"record\",\"name\":\"Kept\",\"fields\":[{\"name\":\"n\",\"type\":\"long\"}]}");
        int id;
        try (CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(registryUrl, 10)) {
            id = client.register("carried-value", schema);
        }
        try (CachedSchemaRegistryClient another = new CachedSchemaRegistryClient(registryUrl, 10)) {
            assertThat(another.getSchemaById(id).canonicalString()).isEqualTo(schema.canonicalString());
        }
    }

    private static void keepsARow(Platform platform) throws Exception {
        String url = platform.jdbcUrl("contract");
        assertThat(platform.jdbcUrl("contract"))
                .as("asking again changes nothing")
                .isEqualTo(url);
        try (Connection connection =
                        DriverManager.getConnection(url, platform.databaseUser(), platform.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE place (name text)");
            statement.execute("INSERT INTO place VALUES ('Ménaka')");
            try (ResultSet rows = statement.executeQuery("SELECT name FROM place")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Ménaka");
            }
        }
    }
}
