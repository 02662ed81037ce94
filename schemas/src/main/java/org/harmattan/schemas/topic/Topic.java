package org.harmattan.schemas.topic;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.harmattan.schemas.serde.AvroSerde;
import org.harmattan.schemas.serde.Compatibility;
import org.harmattan.schemas.serde.SchemaIds;

/**
 * A topic as a typed value: its name, what its records are, and how the broker keeps them.
 *
 * @param <K> type of the key
 * @param <V> type of the value
 */
public final class Topic<K, V> {

    private final Lane lane;
    private final String shortName;
    private final Partitioning partitioning;
    private final Retention retention;
    private final Serde<K> keySerde;
    private final ValueFormat<V> format;

    Topic(
            Lane lane,
            String shortName,
            Partitioning partitioning,
            Retention retention,
            Serde<K> keySerde,
            ValueFormat<V> format) {
        this.lane = lane;
        this.shortName = shortName;
        this.partitioning = partitioning;
        this.retention = retention;
        this.keySerde = keySerde;
        this.format = format;
    }

    /** How a value becomes bytes. */
    sealed interface ValueFormat<V> {

        /** One Avro record with a subject of its own. */
        record Avro<V extends SpecificRecord>(Class<V> type, Schema schema, Compatibility compatibility)
                implements ValueFormat<V> {}

        /** Bytes as they came. */
        record Raw() implements ValueFormat<byte[]> {}
    }

    /** The full name, prefix included. */
    public String name() {
        return lane.prefix() + shortName;
    }

    /** The name without the lane's prefix: what digests are computed over. */
    public String shortName() {
        return shortName;
    }

    public Lane lane() {
        return lane;
    }

    public Partitioning partitioning() {
        return partitioning;
    }

    /** Number of partitions; never changed for a topic that exists. */
    public int partitions() {
        return partitioning == Partitioning.SINGLE ? 1 : TopicCatalogue.PARTITIONS;
    }

    /** The topic's configuration in Kafka's own keys. */
    public Map<String, String> configuration() {
        return retention.configuration(lane);
    }

    /** The registry's subject of the value, or empty when the value is bytes as they came. */
    public Optional<Subject> subject() {
        return format instanceof ValueFormat.Avro<?> avro
                ? Optional.of(new Subject(name() + "-value", avro.schema(), avro.compatibility()))
                : Optional.empty();
    }

    public Serde<K> keySerde() {
        return keySerde;
    }

    /** A serde of the value that asks {@code ids} for the ids of schemas. */
    @SuppressWarnings("unchecked") // the format's type parameter is V by construction
    public Serde<V> valueSerde(SchemaIds ids) {
        if (format instanceof ValueFormat.Avro<?> avro) {
            return (Serde<V>) AvroSerde.of(avro.schema(), ids);
        }
        return (Serde<V>) Serdes.ByteArray();
    }

    @Override
    public String toString() {
        return name();
    }

    /**
     * A subject of the registry.
     *
     * @param name {@code <topic>-value}
     * @param schema the newest schema, the one this build writes
     * @param compatibility how it may evolve
     */
    public record Subject(String name, Schema schema, Compatibility compatibility) {}
}
