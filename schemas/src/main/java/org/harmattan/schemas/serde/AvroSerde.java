package org.harmattan.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's wire format: a zero byte, the schema's id in four bytes, the record in Avro's binary form. The subject is
 * {@code <topic>-value}.
 *
 * <p>Source: Confluent Schema Registry documentation, "Wire format".
 */
public final class AvroSerde {

    /** Length of the header before the record's own bytes. */
    public static final int HEADER_BYTES = 5;

    private static final byte MAGIC = 0;

    private AvroSerde() {}

    /** A serde of one record type; a record written with an earlier or later schema is resolved to {@code schema}. */
    public static <V extends SpecificRecord> Serde<V> of(Schema schema, SchemaIds ids) {
        return ofAny(topic -> schema, ids);
    }

    /** A serde for several topics, whose reader's schema hangs on the topic's name. */
    public static <V extends SpecificRecord> Serde<V> ofAny(Function<String, Schema> schemaOfTopic, SchemaIds ids) {
        TrustedClasses.install();
        return Serdes.serdeFrom(new RecordSerializer<>(ids), new RecordDeserializer<>(schemaOfTopic, ids));
    }

    private static final class RecordSerializer<V extends SpecificRecord> implements Serializer<V> {

        private final SchemaIds ids;
        private final Map<String, Map<Schema, Integer>> known = new ConcurrentHashMap<>();
        private final Map<Schema, SpecificDatumWriter<V>> writers = new ConcurrentHashMap<>();

        RecordSerializer(SchemaIds ids) {
            this.ids = ids;
        }

        @Override
        public byte @Nullable [] serialize(String topic, @Nullable V value) {
            if (value == null) {
                return null;
            }
            Schema schema = value.getSchema();
            int id = known.computeIfAbsent(topic, name -> new ConcurrentHashMap<>())
                    .computeIfAbsent(schema, s -> ids.idOf(topic + "-value", s));
            ByteArrayOutputStream out = new ByteArrayOutputStream(512);
            out.write(MAGIC);
            out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
            try {
                BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
                writers.computeIfAbsent(schema, s -> new SpecificDatumWriter<>(s, SpecificData.getForSchema(s)))
                        .write(value, encoder);
                encoder.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    private static final class RecordDeserializer<V extends SpecificRecord> implements Deserializer<V> {

        private final Function<String, Schema> schemaOfTopic;
        private final SchemaIds ids;
        private final Map<String, Map<Integer, SpecificDatumReader<V>>> readers = new ConcurrentHashMap<>();

        RecordDeserializer(Function<String, Schema> schemaOfTopic, SchemaIds ids) {
            this.schemaOfTopic = schemaOfTopic;
            this.ids = ids;
        }

        @Override
        @SuppressWarnings("NullAway") // Kafka passes a tombstone as null and wants null back
        public @Nullable V deserialize(String topic, byte @Nullable [] bytes) {
            if (bytes == null) {
                return null;
            }
            if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
                throw new UnreadableRecord(topic + ": no Confluent header (a zero byte and a schema id)");
            }
            int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
            SpecificDatumReader<V> reader = readers.computeIfAbsent(topic, name -> new ConcurrentHashMap<>())
                    .computeIfAbsent(id, i -> reader(topic, i));
            BinaryDecoder decoder =
                    DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
            try {
                return reader.read(null, decoder);
            } catch (IOException | RuntimeException e) {
                throw new UnreadableRecord(topic + ": bytes do not fit schema " + id + " ("
                        + e.getClass().getSimpleName() + ")");
            }
        }

        private SpecificDatumReader<V> reader(String topic, int id) {
            Schema expected = schemaOfTopic.apply(topic);
            try {
                return new SpecificDatumReader<>(ids.schemaOf(id), expected, SpecificData.getForSchema(expected));
            } catch (AvroRuntimeException e) {
                throw new UnreadableRecord(topic + ": schema " + id + " cannot be read as " + expected.getFullName());
            }
        }
    }
}
