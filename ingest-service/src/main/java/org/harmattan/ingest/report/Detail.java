package org.harmattan.ingest.report;

import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.report.ReportEnvelope;

/**
 * What the kind of a report adds to what all carry.
 *
 * @param defaultTlp the TLP of the report if its sender gives none
 * @param defaultStart when it happened if its sender gives no occurredAt; empty when the kind demands one
 * @param record makes the record around an envelope; only called when nothing is wrong with the report
 */
record Detail(Tlp defaultTlp, Optional<Moment> defaultStart, Function<ReportEnvelope, SpecificRecord> record) {

    static Detail of(Tlp defaultTlp, Function<ReportEnvelope, SpecificRecord> record) {
        return new Detail(defaultTlp, Optional.empty(), record);
    }
}
