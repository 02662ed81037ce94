package org.harmattan.replay;

import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;

/**
 * An output as it lies on its topic, or as it should.
 *
 * @param key the record's key
 * @param value an IncidentEvent, RegionScore, AlertEvent or Pulse
 * @param timestampMillis the record's timestamp
 */
record Published(String key, SpecificRecord value, long timestampMillis) {

    Cause cause() {
        if (value instanceof IncidentEvent incident) {
            return incident.getCause();
        }
        if (value instanceof RegionScore score) {
            return score.getCause();
        }
        if (value instanceof AlertEvent alert) {
            return alert.getCause();
        }
        if (value instanceof Pulse pulse) {
            return pulse.getCause();
        }
        throw new IllegalArgumentException(value.getSchema().getFullName() + " is no output");
    }

    /** Whether it was caused before the other. */
    boolean isBefore(Published other) {
        Cause mine = cause();
        Cause others = other.cause();
        return mine.getSeq() != others.getSeq()
                ? mine.getSeq() < others.getSeq()
                : mine.getOrdinal() < others.getOrdinal();
    }
}
