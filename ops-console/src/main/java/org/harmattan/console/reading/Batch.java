package org.harmattan.console.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.schemas.topic.Topic;

/** What a {@link TopicReader} does with what it read. */
interface Batch {

    /** The topics to read. */
    List<Topic<String, ? extends SpecificRecord>> topics();

    /** Writes records, within the transaction that moves the offsets. */
    void write(Connection connection, List<Received> records) throws SQLException;

    /** Told after the transaction of the last {@link #write} has been committed. */
    void committed();

    /** Told when it is not known whether the last {@link #write} was committed, or {@link #committed} failed. */
    void interrupted();

    /**
     * The topics are not those that the store was read from (another id, or fewer records than were read). Told within the
     * transaction that starts them from their beginning.
     */
    void startAgain(Connection connection, List<TopicPartition> partitions) throws SQLException;

    /** Whether a record that cannot be read may be passed over, since somebody else takes care of it. */
    boolean passesOverUnreadable();

    /**
     * One record.
     *
     * @param topic where it was
     * @param value what it says
     * @param record its bytes as they were on the topic
     */
    @SuppressWarnings("ArrayRecordComponent") // passed through to the database, never compared
    record Received(Topic<String, ? extends SpecificRecord> topic, SpecificRecord value, byte[] record) {}
}
