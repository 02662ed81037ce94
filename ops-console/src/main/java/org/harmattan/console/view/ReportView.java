package org.harmattan.console.view;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import org.harmattan.console.store.KeptReport;
import org.harmattan.explanation.Explainer;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was sent, in its newest revision. Whether it counts is the ledger's to say.
 *
 * @param detail what its kind adds, field names as on the topic
 */
@Serdeable
public record ReportView(
        String reportId,
        long revision,
        String kind,
        String action,
        String status,
        String tlp,
        String source,
        @Nullable String sourceReportId,
        String reliability,
        int credibility,
        @Nullable Instant occurredAt,
        @Nullable Instant occurredUntil,
        String precision,
        Instant receivedAt,
        @Nullable String importId,
        @Nullable PlaceView location,
        @Nullable String region,
        @Nullable String country,
        Map<String, Object> detail,
        @Nullable String text,
        @Nullable String expectedOutcome) {

    /** Where it happened, degrees of WGS84. */
    @Serdeable
    public record PlaceView(
            double latitude,
            double longitude,
            @Nullable String precision,
            @Nullable String place) {}

    public static ReportView of(KeptReport report) {
        Double latitude = report.latitude();
        Double longitude = report.longitude();
        PlaceView location = latitude == null || longitude == null
                ? null
                : new PlaceView(latitude, longitude, report.placePrecision(), report.place());
        return new ReportView(
                report.reportId(),
                report.revision(),
                report.kind(),
                report.action(),
                report.status(),
                Explainer.label(report.tlp()),
                report.source(),
                report.sourceReportId(),
                report.reliability(),
                report.credibility(),
                report.occurredAt(),
                report.occurredUntil(),
                report.precision(),
                report.receivedAt(),
                report.importId(),
                location,
                report.region(),
                report.country(),
                report.detail(),
                report.text(),
                report.expectedOutcome());
    }
}
