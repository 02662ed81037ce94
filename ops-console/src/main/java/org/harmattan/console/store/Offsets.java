package org.harmattan.console.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the topics have been read, kept beside what was read: both move in one transaction. */
public final class Offsets {

    private final Sql sql;
    private final String table;

    private Offsets(Sql sql, String schema) {
        this.sql = sql;
        this.table = schema + ".topic_offset";
    }

    /** The offsets of what the schema {@code read} is made of. */
    public static Offsets ofRead(Sql sql) {
        return new Offsets(sql, "read");
    }

    /** The offsets of the reports, whose text lives in the schema {@code texts}. */
    public static Offsets ofTexts(Sql sql) {
        return new Offsets(sql, "texts");
    }

    /**
     * The next offset of a partition.
     *
     * @param topicId the id that the broker gave the topic when it was made: another id is another topic
     * @param next offset of the first record not read yet
     */
    public record Next(String topicId, long next) {}

    /** What is stored, for all partitions of all topics of this schema. */
    public Map<TopicPartition, Next> all() {
        Map<TopicPartition, Next> offsets = new HashMap<>();
        sql.list("select topic, partition, topic_id, next_offset from " + table, row -> {
            offsets.put(
                    new TopicPartition(row.getString("topic"), row.getInt("partition")),
                    new Next(row.getString("topic_id"), row.getLong("next_offset")));
            return row.getRow();
        });
        return offsets;
    }

    /** Moves offsets, within the transaction that writes what was read. */
    public void move(Connection connection, Map<TopicPartition, Next> offsets) throws SQLException {
        List<@Nullable Object[]> rows = offsets.entrySet().stream()
                .map(entry -> new @Nullable Object[] {
                    entry.getKey().topic(),
                    entry.getKey().partition(),
                    entry.getValue().topicId(),
                    entry.getValue().next()
                })
                .toList();
        Sql.batch(
                connection,
                "insert into " + table + " (topic, partition, topic_id, next_offset) values (?, ?, ?, ?)"
                        + " on conflict (topic, partition)"
                        + " do update set topic_id = excluded.topic_id, next_offset = excluded.next_offset",
                rows);
    }
}
