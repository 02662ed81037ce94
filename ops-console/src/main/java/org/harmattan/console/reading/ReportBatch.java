package org.harmattan.console.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.console.store.Texts;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Reports on their way to the texts. */
final class ReportBatch implements Batch {

    private final TopicCatalogue catalogue;
    private final Texts texts;

    ReportBatch(TopicCatalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public List<Topic<String, ? extends SpecificRecord>> topics() {
        return catalogue.reports();
    }

    @Override
    public void write(Connection connection, List<Received> records) throws SQLException {
        texts.keep(connection, records.stream().map(Received::value).toList());
    }

    @Override
    public void committed() {
        // nobody waits for texts
    }

    @Override
    public void interrupted() {
        // nobody waits for texts
    }

    /** Texts are not made from topics alone: what is there stays, and the new topics are read beside it. */
    @Override
    public void startAgain(Connection connection, List<TopicPartition> partitions) {
        // the offsets of the new topics replace the stored ones with the first records read
    }

    /** The topology sends such bytes to the rejected topic; they hold no text of ours. */
    @Override
    public boolean passesOverUnreadable() {
        return true;
    }
}
