package org.harmattan.topology;

import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.intake.IntakeReport;
import org.jspecify.annotations.Nullable;

/** Sends a report to the intake of every theatre that it concerns. */
final class RouteReport implements Processor<String, SpecificRecord, Object, Object> {

    private final Routing routing;

    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable KeyValueStore<String, RoutedReport> routed;

    RouteReport(Routing routing) {
        this.routing = routing;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        routed = processorContext.getStateStore(RouteAndSequenceTopology.ROUTED_REPORTS);
    }

    @Override
    @SuppressWarnings("NullAway") // a record without a value comes as null, against the signature
    public void process(Record<String, SpecificRecord> record) {
        ProcessorContext<Object, Object> out = Objects.requireNonNull(context);
        SpecificRecord report = record.value();
        if (report == null) {
            out.forward(empty(out, record), RouteAndSequenceTopology.REJECTED_SINK);
            return;
        }
        KeyValueStore<String, RoutedReport> store = Objects.requireNonNull(routed);
        String reportId = Reports.envelopeOf(report).getReportId();
        Routing.Route route = routing.route(report, Optional.ofNullable(store.get(reportId)));
        for (String theatre : route.theatres()) {
            IntakeReport intake = new IntakeReport(report, route.firstKind(), theatre.equals(route.answering()));
            out.forward(
                    new Record<>(
                            theatre,
                            new IntakeEntry(intake),
                            // retention of the intake counts from now, however long the report lay on its topic
                            out.currentSystemTimeMs(),
                            Rejected.trace(record.headers())),
                    RouteAndSequenceTopology.INTAKE_SINK);
        }
        route.remember().ifPresent(known -> store.put(reportId, known));
    }

    /** A record without a value says nothing that could be routed. */
    static Record<Object, Object> empty(ProcessorContext<Object, Object> context, Record<String, ?> record) {
        RecordMetadata from = context.recordMetadata().orElseThrow();
        byte @Nullable [] key = record.key() == null ? null : Rejected.utf8(record.key());
        return withoutValue(
                key,
                record.timestamp(),
                Rejected.headers(Rejected.Reason.EMPTY, from.topic(), from.partition(), from.offset()));
    }

    @SuppressWarnings("NullAway") // Kafka's records may lack a key and a value
    private static Record<Object, Object> withoutValue(
            byte @Nullable [] key, long timestamp, org.apache.kafka.common.header.Headers headers) {
        return new Record<>(key, null, timestamp, headers);
    }
}
