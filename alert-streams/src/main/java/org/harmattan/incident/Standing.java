package org.harmattan.incident;

import java.time.Instant;
import java.util.Objects;
import org.harmattan.schemas.ledger.CodedAttack;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.serde.CanonicalBody;
import org.jspecify.annotations.Nullable;

/**
 * A report that stands: accepted, and neither replaced nor retracted since, as one audience may see it.
 *
 * @param report its newest revision
 * @param acceptedAt the theatre's time of the entry that accepted this revision
 * @param firstDay first UTC day that it covers, none after its acceptance
 * @param lastDay last UTC day that it covers, inclusive, none after its acceptance
 * @param probability that what it says is real, 1e-4; 0 for a report that makes no incident
 * @param sha256 digest of all of the above
 */
public record Standing(
        LedgerReport report, Instant acceptedAt, int firstDay, int lastDay, int probability, Sha256 sha256) {

    /**
     * Takes a report as it stands from now on.
     *
     * @throws IllegalArgumentException if it says something that this core does not know
     */
    public static Standing of(LedgerReport report, Instant acceptedAt) {
        Instant from = require(report.getOccurredAt(), "occurredAt");
        Instant until = Objects.requireNonNullElse(report.getOccurredUntil(), from);
        int accepted = UtcDays.of(acceptedAt);
        int first = Math.max(UtcDays.EARLIEST, Math.min(UtcDays.of(from), accepted));
        int last = Math.max(first, Math.min(UtcDays.of(until.minusMillis(1)), accepted));
        int probability =
                makesIncident(report) ? Certainty.ofReport(report.getReliability(), report.getCredibility()) : 0;
        Sha256 sha256 = new Sha256.Builder()
                .addSized(CanonicalBody.of(report))
                .add(acceptedAt.toEpochMilli())
                .build();
        return new Standing(report, acceptedAt, first, last, probability, sha256);
    }

    /** Whether it tells of an incident; all others are shown and move no number. */
    public boolean isOfIncident() {
        return probability > 0;
    }

    public String reportId() {
        return report.getReportId();
    }

    /** Whether it came by itself and not with an import. */
    public boolean cameLive() {
        return report.getImportId() == null;
    }

    /** Battles, explosions and remote violence, violence against civilians. */
    private static boolean makesIncident(LedgerReport report) {
        if (report.getKind() == ReportKind.UNKNOWN) {
            throw new IllegalArgumentException("kind: not one that this core knows");
        }
        if (report.getKind() != ReportKind.ATTACK) {
            return false;
        }
        if (!(report.getDetail() instanceof CodedAttack attack)) {
            throw new IllegalArgumentException("detail: an attack's is missing");
        }
        if (report.getRegions().size() != 1 || report.getLocation() == null) {
            throw new IllegalArgumentException("location: an attack has one place in one region");
        }
        EventType type = attack.getEventType();
        return switch (type) {
            case BATTLES, EXPLOSIONS_REMOTE_VIOLENCE, VIOLENCE_AGAINST_CIVILIANS -> true;
            case PROTESTS, RIOTS, STRATEGIC_DEVELOPMENTS -> false;
            case UNKNOWN -> throw new IllegalArgumentException("eventType: not one that this core knows");
        };
    }

    private static <T> T require(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": missing");
        }
        return value;
    }

    /** Two that stand alike are one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Standing that && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
