package org.harmattan.console.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.Fatalities;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.MovementReport;
import org.jspecify.annotations.Nullable;

/**
 * What the kind of a report adds to the fields that all have in common.
 *
 * @param fields by field name as on the topic; what was not given is left out
 * @param region the region, where the kind names it outside the location
 * @param country the country, where the kind names it outside the location
 * @param expectedOutcome free text of an intervention
 */
record ReportDetail(
        Map<String, Object> fields,
        @Nullable String region,
        @Nullable String country,
        @Nullable String expectedOutcome) {

    static ReportDetail of(SpecificRecord report) {
        if (report instanceof AttackReport attack) {
            return attack(attack);
        }
        if (report instanceof MovementReport movement) {
            return movement(movement);
        }
        if (report instanceof ContextReport context) {
            return context(context);
        }
        if (report instanceof InterventionReport intervention) {
            return intervention(intervention);
        }
        throw new IllegalArgumentException(report.getSchema().getFullName() + " is no report");
    }

    private static ReportDetail attack(AttackReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("eventType", report.getEventType().name());
        fields.put("subEventType", report.getSubEventType().name());
        fields.put("actors", List.copyOf(report.getActors()));
        fields.put("target", report.getTarget().name());
        @Nullable Fatalities fatalities = report.getFatalities();
        if (fatalities != null) {
            fields.put(
                    "fatalities",
                    Map.of("best", fatalities.getBest(), "low", fatalities.getLow(), "high", fatalities.getHigh()));
        }
        put(fields, "injured", report.getInjured());
        put(fields, "abducted", report.getAbducted());
        return new ReportDetail(fields, null, null, null);
    }

    private static ReportDetail movement(MovementReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("movement", report.getMovement().name());
        put(fields, "actor", report.getActor());
        fields.put("actorKind", report.getActorKind().name());
        put(fields, "size", report.getSize());
        put(fields, "originRegion", report.getOriginRegion());
        put(fields, "destinationRegion", report.getDestinationRegion());
        put(fields, "headingDegrees", report.getHeadingDegrees());
        return new ReportDetail(fields, null, null, null);
    }

    private static ReportDetail context(ContextReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("factor", report.getFactor().name());
        fields.put("direction", report.getDirection());
        return new ReportDetail(fields, report.getRegion(), report.getCountry(), null);
    }

    private static ReportDetail intervention(InterventionReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("strategy", report.getStrategy().name());
        List<String> regions = List.copyOf(report.getRegions());
        fields.put("regions", regions);
        put(fields, "startsOn", text(report.getStartsOn()));
        put(fields, "endsOn", text(report.getEndsOn()));
        return new ReportDetail(fields, regions.size() == 1 ? regions.get(0) : null, null, report.getExpectedOutcome());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
