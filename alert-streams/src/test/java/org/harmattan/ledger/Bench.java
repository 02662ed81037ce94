package org.harmattan.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.alert.DefaultRules;
import org.harmattan.forecast.DefaultParameters;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.intake.ClockProposal;
import org.harmattan.schemas.intake.IntakeCommand;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.intake.IntakeReport;
import org.harmattan.schemas.ledger.LaneKind;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.report.ReportKind;

/** A sequencer with a ledger and a memory in the heap, carried on as the topology carries it on. */
final class Bench {

    private final LedgerOrigin origin = new LedgerOrigin(
            "west-central-africa",
            LaneKind.LIVE,
            "harmattan.",
            1,
            1,
            Catalogue.shipped(),
            DefaultParameters.step1(),
            DefaultRules.all());
    private final Sequencer sequencer = new Sequencer(origin);
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private HeapMemory memory = new HeapMemory();
    private Instant accepted = Instant.EPOCH;
    private Instant own = SampleReports.NOON;

    LedgerOrigin origin() {
        return origin;
    }

    List<LedgerEntry> ledger() {
        return ledger;
    }

    LedgerEntry last() {
        return ledger.get(ledger.size() - 1);
    }

    HeapMemory memory() {
        return memory;
    }

    /** Sets the instance's own clock. */
    void own(Instant now) {
        own = now;
    }

    /** Sets the instance's own clock and proposes the same time. */
    Decision time(Instant now) {
        own = now;
        return propose(now);
    }

    Decision propose(Instant at) {
        return carryOut(new IntakeEntry(new ClockProposal(at, "test")));
    }

    Receipt send(SpecificRecord report) {
        return send(report, Reports.kindOf(report));
    }

    Receipt send(SpecificRecord report, ReportKind firstKind) {
        return receipt(carryOut(new IntakeEntry(new IntakeReport(report, firstKind, true))));
    }

    Receipt send(Command command) {
        return receipt(carryOut(new IntakeEntry(new IntakeCommand(command))));
    }

    /** Sends a report that another theatre answers. */
    Decision unanswered(SpecificRecord report) {
        return carryOut(new IntakeEntry(new IntakeReport(report, Reports.kindOf(report), false)));
    }

    /** What a restart does: the memory is rebuilt from the ledger alone, and the time is the last entry's. */
    void restart() {
        memory = rebuilt();
        accepted = memory.position().at();
    }

    /** The memory that the ledger alone gives. */
    HeapMemory rebuilt() {
        HeapMemory fresh = new HeapMemory();
        ledger.forEach(entry -> Applier.apply(entry, fresh));
        return fresh;
    }

    private Decision carryOut(IntakeEntry entry) {
        Decision decision = sequencer.decide(entry, memory, new TheatreClock(accepted, own));
        List<LedgerEntry> entries = List.of();
        if (decision instanceof Decision.Append append) {
            entries = append.entries();
        } else if (decision instanceof Decision.AcceptClock clock) {
            accepted = clock.at();
            entries = clock.entries();
        }
        for (LedgerEntry appended : entries) {
            ledger.add(appended);
            Applier.apply(appended, memory);
            accepted = appended.getAt();
        }
        return decision;
    }

    private static Receipt receipt(Decision decision) {
        if (decision instanceof Decision.Append append) {
            return append.receipt().orElseThrow();
        }
        if (decision instanceof Decision.Answer answer) {
            return answer.receipt();
        }
        if (decision instanceof Decision.Reject reject) {
            return reject.receipt();
        }
        throw new AssertionError("nobody answers: " + decision);
    }
}
