package org.harmattan.ingest.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.harmattan.ingest.source.Grade;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.report.Location;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.report.ReportStatus;
import org.harmattan.schemas.report.TimePrecision;

/** Reads the fields that reports of all kinds have, and fills in what their senders may leave out. */
final class EnvelopeReader {

    /** Clocks differ; what lies further ahead has not happened. */
    static final Duration LEEWAY_AHEAD = Duration.ofMinutes(15);

    /** A longer time says nothing of when it happened, and the ledger refuses it. */
    private static final Duration LONGEST_SPAN = Duration.ofDays(3_660);

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int CANNOT_BE_JUDGED = 6;

    private static final Set<Tlp> LABELS = EnumSet.complementOf(EnumSet.of(Tlp.UNKNOWN));
    private static final Set<ReportStatus> STATUSES = Set.of(ReportStatus.ACTUAL, ReportStatus.EXERCISE);
    private static final Set<TimePrecision> PRECISIONS = EnumSet.complementOf(EnumSet.of(TimePrecision.UNKNOWN));
    private static final Set<ReportKind> PLACED = Set.of(ReportKind.ATTACK, ReportKind.MOVEMENT);

    private final Places places;

    EnvelopeReader(Places places) {
        this.places = places;
    }

    /**
     * Reads the envelope; problems are told to {@code fields}.
     *
     * @param detail what the kind adds, with its defaults
     * @param now when the report came
     * @return an envelope that is complete if nothing was told
     */
    ReportEnvelope.Builder read(
            FieldReader fields, ReportKind kind, ReportAction action, Grade grade, Detail detail, Instant now) {
        boolean retraction = action == ReportAction.RETRACT;
        ReportEnvelope.Builder envelope = ReportEnvelope.newBuilder()
                .setAction(action)
                .setStatus(ReportStatus.ACTUAL)
                .setSource(grade.source())
                .setReliability(grade.reliability())
                .setOrigin(grade.origin())
                .setReceivedAt(now);
        refuseDrill(fields);
        refuseOtherSource(fields, grade);
        identify(fields, envelope, grade, retraction);
        envelope.setTlp(tlp(fields, grade, detail.defaultTlp()));
        Optional<Long> credibility = fields.wholeNumber("credibility", 1, 6);
        Optional<Span> span = span(fields, !retraction && kind != ReportKind.INTERVENTION, detail.defaultStart(), now);
        Optional<Moment> available = fields.moment("availableAt");
        if (available.filter(moment -> isAhead(moment.start(), now)).isPresent()) {
            fields.problem(
                    "availableAt", "lies in the future", "send when the report could first be known, or nothing");
        }
        Optional<Location> location = places.location(fields);
        if (PLACED.contains(kind) && !retraction) {
            fields.required("location", location, "send {\"latitude\":…,\"longitude\":…}");
        }
        Optional<String> text = fields.text("text", LONGEST_TEXT);
        if (retraction) {
            return envelope.setCredibility(0).setPrecision(TimePrecision.UNKNOWN);
        }
        return envelope.setCredibility(credibility.map(Long::intValue).orElse(CANNOT_BE_JUDGED))
                .setOccurredAt(span.map(Span::from).orElse(null))
                .setOccurredUntil(span.map(Span::until).orElse(null))
                .setPrecision(span.map(Span::precision).orElse(TimePrecision.UNKNOWN))
                .setAvailableAt(available.map(Moment::start).orElse(null))
                .setLocation(location.orElse(null))
                .setText(text.orElse(null));
    }

    private static void refuseDrill(FieldReader fields) {
        if (fields.oneOf("status", STATUSES)
                .filter(ReportStatus.EXERCISE::equals)
                .isPresent()) {
            fields.problem(
                    "status", "is EXERCISE, which the live system refuses", "send drills to the lane of an exercise");
        }
    }

    private static void refuseOtherSource(FieldReader fields, Grade grade) {
        Optional<String> source = fields.text("source", LONGEST_ID);
        if (source.isPresent() && !source.get().equals(grade.source())) {
            fields.problem(
                    "source",
                    "is not the source whose key was sent",
                    "leave it out: the key is of the source " + grade.source());
        }
    }

    private static void identify(FieldReader fields, ReportEnvelope.Builder envelope, Grade grade, boolean retraction) {
        Optional<Long> revision = fields.wholeNumber("revision", 1, Long.MAX_VALUE);
        Optional<String> given = fields.text("reportId", LONGEST_ID);
        Optional<String> reportId = given.flatMap(ReportIds::canonical);
        if (given.isPresent() && reportId.isEmpty()) {
            fields.problem(
                    "reportId",
                    "is no UUID",
                    "send one such as 0b9c1c52-7d0e-4c4e-9d0b-2f1f2f6f2a11, or sourceReportId for an id of your own");
        }
        Optional<String> sourceReportId = fields.text("sourceReportId", LONGEST_ID);
        if (retraction) {
            fields.required("revision", revision, "send a revision above that of the report that is taken back");
            if (!fields.has("reportId") && !fields.has("sourceReportId")) {
                fields.problem("reportId", "is missing", "send the id of the report that is taken back");
            }
        }
        envelope.setRevision(revision.orElse(1L))
                .setSourceReportId(sourceReportId.orElse(null))
                .setReportId(reportId.or(() -> sourceReportId.map(id -> ReportIds.derived(grade.source(), id)))
                        .orElseGet(ReportIds::random));
    }

    private static Tlp tlp(FieldReader fields, Grade grade, Tlp defaultTlp) {
        boolean given = fields.has("tlp");
        Tlp tlp = fields.oneOf("tlp", LABELS).orElse(defaultTlp);
        String highest = Labels.write(grade.highestTlp());
        if (tlp == Tlp.RED) {
            fields.problem(
                    "tlp",
                    "is TLP:RED, which is for named persons only and is refused",
                    "do not send it; the highest that is taken is TLP:AMBER");
        } else if (tlp == Tlp.AMBER_STRICT) {
            fields.problem(
                    "tlp",
                    "is TLP:AMBER+STRICT, which is for one organisation only and is refused",
                    "do not send it; the highest that is taken is TLP:AMBER");
        } else if (!grade.maySend(tlp)) {
            fields.problem(
                    "tlp",
                    given
                            ? "is above the highest that this source may send"
                            : "is missing, and movements of security forces and peacekeepers are TLP:AMBER then, which is"
                                    + " above the highest that this source may send",
                    "send " + highest + " or lower");
        }
        return tlp;
    }

    private record Span(Instant from, Instant until, TimePrecision precision) {}

    /** The time it happened in. A day alone is known to the day, a time to the hour, unless the sender says otherwise. */
    private static Optional<Span> span(
            FieldReader fields, boolean required, Optional<Moment> defaultStart, Instant now) {
        Optional<Moment> from = fields.moment("occurredAt").or(() -> defaultStart);
        Optional<Moment> until = fields.moment("occurredUntil");
        Optional<TimePrecision> precision = fields.oneOf("precision", PRECISIONS);
        if (required) {
            fields.required("occurredAt", from, "send when it happened, such as 2026-11-24T06:00:00Z");
        }
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Instant start = from.get().start();
        if (isAhead(start, now)) {
            fields.problem(
                    fields.has("occurredAt") ? "occurredAt" : "startsOn",
                    "lies more than 15 minutes in the future",
                    "send what has happened; check the offset and the clock");
        }
        if (until.filter(moment -> !moment.asEnd().isAfter(start)).isPresent()) {
            fields.problem("occurredUntil", "is not after occurredAt", "send the end of the time, which is exclusive");
        }
        if (until.filter(moment -> moment.asEnd().isAfter(start.plus(LONGEST_SPAN)))
                .isPresent()) {
            fields.problem(
                    "occurredUntil", "is more than ten years after occurredAt", "send a time of at most 3660 days");
        }
        TimePrecision known = precision.orElse(from.get().wholeDay() ? TimePrecision.DAY : TimePrecision.HOUR);
        Instant unitEnd = Moment.unitAfter(start, known);
        // a span shorter than its precision would claim to know more than it does
        Instant end =
                until.map(Moment::asEnd).filter(sent -> sent.isAfter(unitEnd)).orElse(unitEnd);
        return Optional.of(new Span(start, end, known));
    }

    private static boolean isAhead(Instant time, Instant now) {
        return time.isAfter(now.plus(LEEWAY_AHEAD));
    }
}
