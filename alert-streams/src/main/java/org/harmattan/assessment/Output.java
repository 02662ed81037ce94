package org.harmattan.assessment;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.audience.Audience;

/**
 * What one theatre's fold says.
 *
 * @param kind which topic it belongs to
 * @param audience who it is for, never UNKNOWN
 * @param key the record's key: incident id, region (scores and alerts) or theatre
 * @param value an IncidentEvent, RegionScore, AlertEvent or Pulse, by kind; its cause is within
 * @param at the theatre's time of the entry that caused it, also the record's Kafka timestamp
 */
public record Output(Kind kind, Audience audience, String key, SpecificRecord value, Instant at) {

    /** Which topic an output belongs to; an alert also goes to {@code alerts.current} under its alert id. */
    public enum Kind {
        INCIDENT,
        SCORE,
        ALERT,
        PULSE
    }
}
