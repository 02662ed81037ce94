package org.harmattan.schemas.topic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the broker may forget. */
public sealed interface Retention {

    /** Records are deleted once they are this old. */
    record DeleteAfter(Duration age) implements Retention {}

    /** Nothing is ever deleted. */
    record Forever() implements Retention {}

    /** Only the newest record of each key is kept. */
    record NewestPerKey() implements Retention {}

    static Retention days(int days) {
        return new DeleteAfter(Duration.ofDays(days));
    }

    static Retention forever() {
        return new Forever();
    }

    static Retention newestPerKey() {
        return new NewestPerKey();
    }

    /**
     * The topic's configuration in Kafka's own keys. Lanes whose time is not the broker's keep everything: the
     * broker would otherwise delete history, or refuse timestamps that lie ahead of its clock.
     */
    default Map<String, String> configuration(Lane lane) {
        Map<String, String> configuration = new LinkedHashMap<>();
        if (this instanceof NewestPerKey) {
            configuration.put("cleanup.policy", "compact");
        } else {
            configuration.put("cleanup.policy", "delete");
            boolean kept = lane.kind() != Lane.Kind.LIVE || this instanceof Forever;
            long millis = kept ? -1 : ((DeleteAfter) this).age().toMillis();
            configuration.put("retention.ms", Long.toString(millis));
        }
        if (lane.kind() != Lane.Kind.LIVE) {
            configuration.put("segment.ms", Long.toString(Long.MAX_VALUE));
            configuration.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
            configuration.put("segment.index.bytes", Integer.toString(1 << 20));
        }
        return configuration;
    }
}
