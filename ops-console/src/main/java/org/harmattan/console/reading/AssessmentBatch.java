package org.harmattan.console.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.console.feed.LiveFeed;
import org.harmattan.console.store.FeedEntry;
import org.harmattan.console.store.FeedLog;
import org.harmattan.console.store.Outputs;
import org.harmattan.console.store.ReadModel;
import org.harmattan.console.store.Recorded;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Scores, alerts, incidents and pulses of one audience, on their way to the read model and then to the live feed. */
final class AssessmentBatch implements Batch {

    private final Audience audience;
    private final TopicCatalogue catalogue;
    private final ReadModel model;
    private final LiveFeed feed;
    private final FeedLog log;
    private final int keptEntries;
    private Outputs written = new Outputs();
    private List<FeedEntry> entries = List.of();

    private int sincePruned;

    AssessmentBatch(
            Audience audience, TopicCatalogue catalogue, ReadModel model, LiveFeed feed, FeedLog log, int keptEntries) {
        this.audience = audience;
        this.catalogue = catalogue;
        this.model = model;
        this.feed = feed;
        this.log = log;
        this.keptEntries = keptEntries;
    }

    @Override
    public List<Topic<String, ? extends SpecificRecord>> topics() {
        return List.of(
                catalogue.scores(audience),
                catalogue.alerts(audience),
                catalogue.incidents(audience),
                catalogue.pulse(audience));
    }

    @Override
    public void write(Connection connection, List<Received> records) throws SQLException {
        Outputs outputs = new Outputs();
        for (Received received : records) {
            SpecificRecord value = received.value();
            if (value instanceof RegionScore score) {
                outputs.scores().add(new Recorded<>(ofThisAudience(score, score.getAudience()), received.record()));
            } else if (value instanceof AlertEvent alert) {
                outputs.alerts().add(new Recorded<>(ofThisAudience(alert, alert.getAudience()), received.record()));
            } else if (value instanceof IncidentEvent incident) {
                outputs.incidents()
                        .add(new Recorded<>(ofThisAudience(incident, incident.getAudience()), received.record()));
            } else if (value instanceof Pulse pulse) {
                outputs.pulses().add(new Recorded<>(ofThisAudience(pulse, pulse.getAudience()), received.record()));
            } else {
                throw new IllegalStateException(value.getSchema().getFullName() + " does not belong on "
                        + received.topic().name());
            }
        }
        entries = model.write(connection, audience, outputs);
        written = outputs;
    }

    /** A record that names another audience than its topic's must not be shown to anybody. */
    private <V> V ofThisAudience(V value, Audience named) {
        if (named != audience) {
            throw new IllegalStateException("a record for " + named + " lies on a topic for " + audience);
        }
        return value;
    }

    @Override
    public void committed() {
        feed.tell(audience, entries, written);
        sincePruned += entries.size();
        if (sincePruned > keptEntries / 10) {
            log.prune(audience, keptEntries);
            sincePruned = 0;
        }
        entries = List.of();
        written = new Outputs();
    }

    @Override
    public void interrupted() {
        entries = List.of();
        written = new Outputs();
        feed.sendAway(audience);
    }

    @Override
    public void startAgain(Connection connection, List<TopicPartition> partitions) throws SQLException {
        model.forget(connection, audience, topics().stream().map(Topic::name).toList());
    }

    @Override
    public boolean passesOverUnreadable() {
        return false;
    }
}
