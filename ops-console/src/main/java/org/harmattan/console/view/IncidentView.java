package org.harmattan.console.view;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.jspecify.annotations.Nullable;

/** An incident that stands. Names, units and ranges are those of {@code IncidentEvent} on the topic. */
@Serdeable
public record IncidentView(
        String incidentId,
        long revision,
        String change,
        String region,
        String country,
        List<String> members,
        LocalDate firstDay,
        LocalDate lastDay,
        int weightMicro,
        double latitude,
        double longitude,
        @Nullable Integer fatalitiesBest,
        @Nullable String splitFrom,
        Instant at) {

    public static IncidentView of(IncidentEvent incident) {
        return new IncidentView(
                incident.getIncidentId(),
                incident.getRevision(),
                incident.getChange().name(),
                incident.getRegion(),
                incident.getCountry(),
                List.copyOf(incident.getMembers()),
                incident.getFirstDay(),
                incident.getLastDay(),
                incident.getWeightMicro(),
                incident.getLatitude(),
                incident.getLongitude(),
                incident.getFatalitiesBest(),
                incident.getSplitFrom(),
                incident.getAt());
    }
}
