package org.harmattan.console.store;

import java.time.Instant;
import java.util.Map;
import org.harmattan.schemas.audience.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a report as its sender sent it, with what ingest stamped. Names and ranges are those of the report
 * topics.
 *
 * @param detail what its kind adds, by field name
 */
public record KeptReport(
        String reportId,
        long revision,
        String kind,
        String action,
        String status,
        Tlp tlp,
        String source,
        @Nullable String sourceReportId,
        String reliability,
        int credibility,
        @Nullable Instant occurredAt,
        @Nullable Instant occurredUntil,
        String precision,
        Instant receivedAt,
        @Nullable String importId,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String placePrecision,
        @Nullable String place,
        @Nullable String region,
        @Nullable String country,
        Map<String, Object> detail,
        @Nullable String text,
        @Nullable String expectedOutcome) {

    /** Whether this revision takes the report back. */
    public boolean retracts() {
        return action.equals("RETRACT");
    }
}
