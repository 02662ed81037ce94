package org.harmattan.alert;

import org.harmattan.incident.Incident;
import org.jspecify.annotations.Nullable;

/**
 * An incident as an alert named it. One that no longer stands just so has been corrected.
 *
 * @param incidentId id of the incident
 * @param region ISO 3166-2 code
 * @param weightMicro its weight, micro-incidents
 * @param firstDay first UTC day it may have happened
 * @param lastDay last UTC day it may have happened, inclusive
 * @param fatalitiesBest best estimate of deaths, or null
 */
public record Evidence(
        String incidentId,
        String region,
        int weightMicro,
        int firstDay,
        int lastDay,
        @Nullable Integer fatalitiesBest) {

    /** What an alert remembers of an incident. */
    public static Evidence of(Incident incident) {
        return new Evidence(
                incident.id(),
                incident.region(),
                incident.spread().weightMicro(),
                incident.spread().firstDay(),
                incident.spread().lastDay(),
                incident.fatalitiesBest());
    }
}
