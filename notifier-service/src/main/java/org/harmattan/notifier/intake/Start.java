package org.harmattan.notifier.intake;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where to begin reading a topic, decided from what is stored and what the broker has. It never guesses. */
sealed interface Start {

    /** Go on at these offsets; those in {@code toRegister} are new and are recorded first. */
    record At(SortedMap<Integer, Long> offsets, SortedMap<Integer, Long> toRegister) implements Start {}

    /** A person must choose: {@code why} says what is wrong. */
    record Choice(String why) implements Start {}

    /**
     * What the broker says of a topic.
     *
     * @param topicId its id; a topic that was made anew has another
     * @param first the first offset of each partition that is still there
     * @param end the offset after the last committed record of each partition
     */
    record Found(String topicId, Map<Integer, Long> first, Map<Integer, Long> end) {}

    /** Decides. */
    static Start of(Map<Integer, TopicOffsets.Position> stored, Found found) {
        for (Map.Entry<Integer, TopicOffsets.Position> entry : stored.entrySet()) {
            int partition = entry.getKey();
            TopicOffsets.Position position = entry.getValue();
            Long end = found.end().get(partition);
            if (!position.topicId().equals(found.topicId()) || end == null) {
                return new Choice("the topic was made anew since it was last read");
            }
            if (position.next() > end) {
                return new Choice("partition " + partition + " ends at offset " + end + ", but was read up to "
                        + position.next() + " before");
            }
            if (position.next() < found.first().getOrDefault(partition, 0L)) {
                return new Choice("partition " + partition + " begins at offset "
                        + found.first().get(partition) + ", but was read only up to " + position.next());
            }
        }
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        SortedMap<Integer, Long> toRegister = new TreeMap<>();
        found.first().forEach((partition, first) -> {
            TopicOffsets.Position position = stored.get(partition);
            if (position == null) {
                toRegister.put(partition, first);
            }
            offsets.put(partition, position == null ? first : position.next());
        });
        return new At(offsets, toRegister);
    }
}
