package org.harmattan.topology;

import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.serde.SchemaIds;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** The bytes of what is rejected, as they are on the topic it came from. */
final class RejectedBytes {

    private final TopicCatalogue topics;
    private final SchemaIds ids;

    RejectedBytes(TopicCatalogue topics, SchemaIds ids) {
        this.topics = topics;
        this.ids = ids;
    }

    String topicOf(SpecificRecord report) {
        return topics.reports(Reports.kindOf(report)).name();
    }

    @SuppressWarnings("unchecked") // the topic of a report's kind takes reports of that kind
    byte[] of(SpecificRecord report) {
        Topic<String, SpecificRecord> topic = (Topic<String, SpecificRecord>) topics.reports(Reports.kindOf(report));
        return topic.valueSerde(ids).serializer().serialize(topic.name(), report);
    }

    byte[] of(IntakeEntry entry) {
        return topics.intake()
                .valueSerde(ids)
                .serializer()
                .serialize(topics.intake().name(), entry);
    }
}
