package org.harmattan.notifier.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.harmattan.notifier.database.Sql;

/** How far each partition was taken in; kept here and nowhere else. Every method runs in its caller's transaction. */
@Singleton
final class TopicOffsets {

    /**
     * A partition that was registered.
     *
     * @param topicId the broker's id of the topic at that time
     * @param next the offset to go on with
     */
    record Position(String topicId, long next) {}

    SortedMap<Integer, Position> of(Connection connection, String topic) throws SQLException {
        SortedMap<Integer, Position> positions = new TreeMap<>();
        Sql.list(
                        connection,
                        "select partition, topic_id, next_offset from topic_offset where topic = ?",
                        row -> Map.entry(
                                row.getInt("partition"),
                                new Position(row.getString("topic_id"), row.getLong("next_offset"))),
                        topic)
                .forEach(entry -> positions.put(entry.getKey(), entry.getValue()));
        return positions;
    }

    /** Registers a partition; one that somebody else has registered meanwhile stays as it is. */
    void register(Connection connection, String topic, int partition, Position position, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "insert into topic_offset (topic, partition, topic_id, next_offset, registered_at) values (?,?,?,?,?)"
                        + " on conflict do nothing",
                topic,
                partition,
                position.topicId(),
                position.next(),
                now);
    }

    /** Forgets a topic that was made anew. */
    void forget(Connection connection, String topic) throws SQLException {
        Sql.update(connection, "delete from topic_offset where topic = ?", topic);
    }

    /**
     * Goes on from one offset to the next.
     *
     * @return false when the partition does not stand at {@code from}: somebody else has gone on
     */
    boolean advance(Connection connection, String topic, int partition, long from, long to) throws SQLException {
        return Sql.update(
                        connection,
                        "update topic_offset set next_offset = ? where topic = ? and partition = ? and next_offset = ?",
                        to,
                        topic,
                        partition,
                        from)
                == 1;
    }
}
