package org.harmattan.incident;

import java.util.Optional;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.ledger.Tick;
import org.harmattan.schemas.report.ReportAction;

/**
 * What one audience may see of a ledger entry. All that is assessed for an audience is made from this alone, so that what
 * it may not see cannot reach it.
 */
public sealed interface Seen {

    /** A report, new or revised. */
    record Reported(LedgerReport report) implements Seen {}

    /** A report is gone: retracted, or revised to what this audience may not see. Nothing but the id is told. */
    record Gone(String reportId) implements Seen {}

    /** A command. */
    record Ordered(Command command) implements Seen {}

    /** The beginning of the ledger. */
    record Began(Genesis genesis) implements Seen {}

    /** Only time went on. */
    record Nothing() implements Seen {}

    /**
     * The entry as the audience sees it; empty when for this audience there is no such entry.
     *
     * @throws IllegalArgumentException if the entry's body is of a kind that this core does not know
     */
    static Optional<Seen> of(LedgerEntry entry, Audience audience) {
        if (audience == Audience.OPEN && entry.getOpenSeq() == null) {
            return Optional.empty();
        }
        Object body = entry.getBody();
        if (body instanceof LedgerReport report) {
            return Optional.of(report(report, audience));
        }
        if (body instanceof Command command) {
            return Optional.of(new Ordered(command));
        }
        if (body instanceof Genesis genesis) {
            return Optional.of(new Began(genesis));
        }
        if (body instanceof Tick) {
            return Optional.of(new Nothing());
        }
        throw new IllegalArgumentException("body: not one that this core knows");
    }

    /** Whether reports of this label reach the audience; an unknown label counts as AMBER. */
    static boolean reaches(Tlp tlp, Audience audience) {
        return switch (tlp) {
            case CLEAR, GREEN -> true;
            case AMBER, UNKNOWN -> audience == Audience.RESTRICTED;
            case AMBER_STRICT, RED -> false;
        };
    }

    private static Seen report(LedgerReport report, Audience audience) {
        if (report.getAction() == ReportAction.RETRACT || !reaches(report.getTlp(), audience)) {
            return new Gone(report.getReportId());
        }
        if (report.getAction() != ReportAction.REPORT) {
            throw new IllegalArgumentException("action: not one that this core knows");
        }
        return new Reported(report);
    }
}
