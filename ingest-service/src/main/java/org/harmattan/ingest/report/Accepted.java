package org.harmattan.ingest.report;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.ingest.sending.Sent;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.Location;
import org.jspecify.annotations.Nullable;

/**
 * The answer for a report that the broker has.
 *
 * @param id of the report: given, derived, or made
 * @param kind attack, movement, context or intervention
 * @param revision of the report
 * @param region ISO 3166-2 code of the region it was found in, the first of several; none for a whole country
 * @param topic where it went
 * @param partition of the topic
 * @param offset in the partition
 */
@Serdeable
record Accepted(
        String id, String kind, long revision, @Nullable String region, String topic, int partition, long offset) {

    static Accepted of(SpecificRecord report, Sent sent) {
        var envelope = Reports.envelopeOf(report);
        return new Accepted(
                envelope.getReportId(),
                Reports.kindOf(report).name().toLowerCase(Locale.ROOT),
                envelope.getRevision(),
                regionOf(report, envelope.getLocation()),
                sent.topic(),
                sent.partition(),
                sent.offset());
    }

    private static @Nullable String regionOf(SpecificRecord report, @Nullable Location location) {
        if (report instanceof ContextReport context) {
            return context.getRegion();
        }
        if (report instanceof InterventionReport intervention) {
            return intervention.getRegions().isEmpty()
                    ? null
                    : intervention.getRegions().get(0);
        }
        return location == null ? null : location.getRegion();
    }
}
