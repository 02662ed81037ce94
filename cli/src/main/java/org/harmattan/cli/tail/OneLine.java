package org.harmattan.cli.tail;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.delivery.DeliveryOutcome;
import org.harmattan.schemas.intake.ClockProposal;
import org.harmattan.schemas.intake.IntakeCommand;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.intake.IntakeReport;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.ledger.Tick;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.MovementReport;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.source.Source;
import org.jspecify.annotations.Nullable;

/** What a record says, in one line for a person: its time, whom it is about, what happened. */
final class OneLine {

    private OneLine() {}

    /**
     * Makes the line.
     *
     * @param key the record's key
     * @param instant the record's timestamp, as text
     */
    static String of(@Nullable String key, String instant, SpecificRecord value) {
        return instant + "  " + what(key, value);
    }

    private static String what(@Nullable String key, SpecificRecord value) {
        if (value instanceof AlertEvent alert) {
            return alert(alert);
        }
        if (value instanceof RegionScore score) {
            return score(score);
        }
        if (value instanceof IncidentEvent incident) {
            return incident(incident);
        }
        if (value instanceof Pulse pulse) {
            return columns(
                    pulse.getTheatre(),
                    "core " + pulse.getCoreVersion(),
                    "entry " + pulse.getCause().getSeq(),
                    pulse.getOutputs() + " outputs",
                    pulse.getFailedEntries() == 0 ? null : pulse.getFailedEntries() + " FAILED ENTRIES",
                    pulse.getOutputDigest());
        }
        if (value instanceof LedgerEntry entry) {
            return columns("#" + entry.getSeq(), entry.getVisibleTo(), body(entry.getBody()));
        }
        if (value instanceof Receipt receipt) {
            return columns(
                    receipt.getOutcome(),
                    receipt.getReason(),
                    receipt.getSubject(),
                    receipt.getId() + (receipt.getRevision() == 0 ? "" : " revision " + receipt.getRevision()),
                    receipt.getSeq() == null ? null : "#" + receipt.getSeq());
        }
        if (value instanceof IntakeEntry intake) {
            return columns(key, body(intake.getBody()));
        }
        return other(key, value);
    }

    private static String other(@Nullable String key, SpecificRecord value) {
        if (value instanceof Command command) {
            return body(command);
        }
        if (value instanceof DeliveryOutcome delivery) {
            return columns(
                    delivery.getState(),
                    delivery.getChannel(),
                    "attempt " + delivery.getAttempt(),
                    delivery.getStatus() == null ? null : "status " + delivery.getStatus(),
                    delivery.getReason(),
                    delivery.getDeliveryId());
        }
        if (value instanceof Source source) {
            return columns(
                    source.getSourceId(),
                    source.getReliability(),
                    "origin " + source.getOrigin(),
                    "up to " + tlp(source.getHighestTlp()),
                    source.getState());
        }
        if (isReport(value)) {
            return report(Reports.kindOf(value), Reports.envelopeOf(value));
        }
        return columns(key, PlainJson.of(value));
    }

    private static String alert(AlertEvent alert) {
        return columns(
                alert.getExercise() ? "EXERCISE" : null,
                alert.getLevel() + " " + alert.getRegion(),
                alert.getChange() + " (" + words(alert.getReason()) + ", was " + alert.getPreviousLevel() + ")",
                words(alert.getMetric()) + " " + quantity(alert.getMetric(), alert.getValue()),
                tlp(alert.getTlp()),
                alert.getName() + " v" + alert.getVersion());
    }

    private static String score(RegionScore score) {
        Figures figures = score.getFigures();
        if (figures == null) {
            return columns(score.getRegion(), words(score.getCoverage()), tlp(score.getTlp()));
        }
        return columns(
                score.getRegion(),
                "escalation " + quantity(Metric.ESCALATION, figures.getEscalationTenths()),
                "spill-over " + quantity(Metric.SPILL_OVER, figures.getSpillOver()),
                "at least one " + quantity(Metric.ATTACK_PROBABILITY, figures.getAttackProbability()),
                "expected " + quantity(Metric.EXPECTED_INCIDENTS, figures.getExpectedMilli()) + " ("
                        + figures.getExpectedLow() + " to " + figures.getExpectedHigh() + ")",
                words(score.getCoverage()),
                tlp(score.getTlp()));
    }

    private static String incident(IncidentEvent incident) {
        return columns(
                incident.getRegion(),
                incident.getChange(),
                incident.getFirstDay().equals(incident.getLastDay())
                        ? incident.getFirstDay()
                        : incident.getFirstDay() + ".." + incident.getLastDay(),
                String.format(Locale.ROOT, "weight %.2f", incident.getWeightMicro() / 1e6),
                incident.getMembers().size() + " report"
                        + (incident.getMembers().size() == 1 ? "" : "s"),
                tlp(incident.getTlp()),
                incident.getIncidentId());
    }

    private static String report(ReportKind kind, ReportEnvelope envelope) {
        return columns(
                kind,
                envelope.getAction() == ReportAction.RETRACT ? "RETRACT" : null,
                envelope.getLocation() == null ? null : envelope.getLocation().getRegion(),
                envelope.getOccurredAt(),
                envelope.getSource() + " " + envelope.getReliability() + envelope.getCredibility(),
                tlp(envelope.getTlp()),
                envelope.getReportId() + " revision " + envelope.getRevision());
    }

    private static String body(Object body) {
        if (body instanceof LedgerReport report) {
            return columns(
                    report.getKind(),
                    report.getAction() == ReportAction.RETRACT ? "RETRACT" : null,
                    String.join(",", report.getRegions()),
                    report.getSource() + " " + report.getReliability() + report.getCredibility(),
                    tlp(report.getTlp()),
                    report.getReportId() + " revision " + report.getRevision());
        }
        if (body instanceof IntakeReport intake && intake.getReport() instanceof SpecificRecord report) {
            return report(Reports.kindOf(report), Reports.envelopeOf(report));
        }
        if (body instanceof IntakeCommand intake) {
            return body(intake.getCommand());
        }
        if (body instanceof Command command && command.getBody() instanceof SpecificRecord asked) {
            return columns(asked.getSchema().getName(), "by " + words(command.getRole()), PlainJson.of(asked));
        }
        if (body instanceof ClockProposal proposal) {
            return columns("clock", proposal.getAt(), "from " + proposal.getInstance());
        }
        if (body instanceof Tick tick) {
            return "tick " + tick.getNumber();
        }
        if (body instanceof Genesis genesis) {
            return columns("genesis", "core " + genesis.getCoreVersion(), "catalogue " + genesis.getCatalogueDigest());
        }
        return body.toString();
    }

    private static boolean isReport(SpecificRecord value) {
        return value instanceof AttackReport
                || value instanceof MovementReport
                || value instanceof ContextReport
                || value instanceof InterventionReport;
    }

    /** A metric's value in the unit that people read. */
    private static String quantity(Metric metric, int value) {
        return switch (metric) {
            case ESCALATION -> String.format(Locale.ROOT, "%.1f", value / 10.0);
            case SPILL_OVER, ATTACK_PROBABILITY -> String.format(Locale.ROOT, "%.1f %%", value / 100.0);
            case EXPECTED_INCIDENTS -> String.format(Locale.ROOT, "%.2f", value / 1000.0);
            case SILENCE, UNKNOWN -> Integer.toString(value);
        };
    }

    private static String words(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String tlp(Tlp tlp) {
        return "TLP:" + tlp.name().replace('_', '+');
    }

    private static String columns(@Nullable Object... columns) {
        return Stream.of(columns)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
