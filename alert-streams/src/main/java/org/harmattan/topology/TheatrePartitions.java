package org.harmattan.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.schemas.topic.TopicCatalogue;

/** The catalogue's table of theatres and partitions: never a hash. */
public final class TheatrePartitions {

    private final Map<String, Integer> partitionOf = new HashMap<>();
    private final Map<Integer, Theatre> theatreAt = new HashMap<>();

    /** @throws IllegalArgumentException if a theatre's partition is one that no topic has */
    public TheatrePartitions(Catalogue catalogue) {
        for (Theatre theatre : catalogue.theatres()) {
            if (theatre.partition() >= TopicCatalogue.PARTITIONS) {
                throw new IllegalArgumentException("theatre " + theatre.name() + " has partition "
                        + theatre.partition() + ", but the topics have only " + TopicCatalogue.PARTITIONS
                        + ": give it one from 0 to " + (TopicCatalogue.PARTITIONS - 1) + " in the catalogue");
            }
            partitionOf.put(theatre.name(), theatre.partition());
            theatreAt.put(theatre.partition(), theatre);
        }
    }

    /** The theatre whose records lie in this partition, if there is one. */
    public Optional<Theatre> theatreAt(int partition) {
        return Optional.ofNullable(theatreAt.get(partition));
    }

    /**
     * The partition of a theatre.
     *
     * @throws IllegalArgumentException if the catalogue has no such theatre
     */
    public int partitionOf(String theatre) {
        Integer partition = partitionOf.get(theatre);
        if (partition == null) {
            throw new IllegalArgumentException("the catalogue has no theatre " + theatre);
        }
        return partition;
    }

    /** For topics whose key is the theatre. */
    <V> StreamPartitioner<String, V> byKey() {
        return (topic, theatre, value, count) -> Optional.of(Set.of(partitionOf(theatre)));
    }

    /** For topics whose value names the theatre. */
    <V> StreamPartitioner<String, V> byValue(Function<V, String> theatre) {
        return (topic, key, value, count) -> Optional.of(Set.of(partitionOf(theatre.apply(value))));
    }
}
