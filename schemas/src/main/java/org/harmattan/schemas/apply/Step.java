package org.harmattan.schemas.apply;

import java.util.Map;
import org.harmattan.schemas.topic.Topic;

/** One step of a plan. */
public sealed interface Step {

    /** One line for people. */
    String describe();

    /** Creates a topic. */
    record CreateTopic(Topic<?, ?> topic) implements Step {
        @Override
        public String describe() {
            return "create topic " + topic.name() + " with " + topic.partitions() + " partition"
                    + (topic.partitions() == 1 ? "" : "s") + " " + topic.configuration();
        }
    }

    /** Changes configuration of a topic that exists. */
    record ConfigureTopic(Topic<?, ?> topic, Map<String, String> changes) implements Step {
        @Override
        public String describe() {
            return "configure topic " + topic.name() + " " + changes;
        }
    }

    /** Sets how a subject may evolve. */
    record SetCompatibility(Topic.Subject subject) implements Step {
        @Override
        public String describe() {
            return "set " + subject.name() + " to " + subject.compatibility();
        }
    }

    /** Adds a version to a subject. */
    record RegisterSchema(Topic.Subject subject, int versionsBefore) implements Step {
        @Override
        public String describe() {
            return "register " + subject.schema().getFullName() + " as version " + (versionsBefore + 1) + " of "
                    + subject.name();
        }
    }
}
