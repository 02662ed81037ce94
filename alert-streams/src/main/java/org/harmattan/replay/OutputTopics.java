package org.harmattan.replay;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.assessment.Output;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Which topic an output of the fold belongs to. */
final class OutputTopics {

    /** The two audiences in the order in which their outputs are looked at. */
    static final List<Audience> AUDIENCES = List.of(Audience.OPEN, Audience.RESTRICTED);

    private OutputTopics() {}

    static Topic<String, ? extends SpecificRecord> of(TopicCatalogue topics, Output.Kind kind, Audience audience) {
        return switch (kind) {
            case INCIDENT -> topics.incidents(audience);
            case SCORE -> topics.scores(audience);
            case ALERT -> topics.alerts(audience);
            case PULSE -> topics.pulse(audience);
        };
    }
}
