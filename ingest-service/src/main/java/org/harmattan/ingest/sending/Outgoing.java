package org.harmattan.ingest.sending;

import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.report.ReportEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * A report on its way to the broker.
 *
 * @param report one of the four report records
 * @param traceparent W3C trace context to carry along, or null
 */
public record Outgoing(SpecificRecord report, @Nullable String traceparent) {

    ReportEnvelope envelope() {
        return Reports.envelopeOf(report);
    }
}
