package org.harmattan.topology;

import java.util.HashMap;
import java.util.Map;
import org.harmattan.schemas.topic.Lane;

/** How the broker keeps the changelogs of our stores. */
final class Changelogs {

    /** Small segments: the newest one is never compacted, and every start reads it whole. */
    private static final int SEGMENT_BYTES = 16 << 20;

    private static final int SEGMENT_INDEX_BYTES = 1 << 20;

    private Changelogs() {}

    static Map<String, String> configuration(Lane lane) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("segment.bytes", Integer.toString(SEGMENT_BYTES));
        if (lane.kind() != Lane.Kind.LIVE) {
            // such a lane's time is not the broker's
            configuration.put("segment.ms", Long.toString(Long.MAX_VALUE));
            configuration.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
            configuration.put("segment.index.bytes", Integer.toString(SEGMENT_INDEX_BYTES));
        }
        return configuration;
    }
}
