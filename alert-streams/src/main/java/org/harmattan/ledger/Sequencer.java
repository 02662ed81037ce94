package org.harmattan.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.intake.ClockProposal;
import org.harmattan.schemas.intake.IntakeCommand;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.intake.IntakeReport;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.ledger.Tick;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.receipt.ReceiptOf;
import org.harmattan.schemas.receipt.ReceiptReason;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each entry of a theatre's intake. It only reads: the caller appends what was decided and lets
 * {@link Applier} write it down.
 */
public final class Sequencer {

    /** A tick enters the ledger once this much of the theatre's time has gone by since the last. */
    public static final Duration TICK = Duration.ofSeconds(10);

    /** A proposal farther ahead of the deciding instance's own clock comes from a clock that is wrong. */
    public static final Duration FARTHEST_AHEAD = Duration.ofSeconds(5);

    private final LedgerOrigin origin;
    private final ReportJudge reports;
    private final CommandJudge commands;

    public Sequencer(LedgerOrigin origin) {
        this.origin = origin;
        reports = new ReportJudge(origin.laneKind(), new ReportCheck(origin.catalogue()));
        commands = new CommandJudge(origin.theatre(), origin.catalogue(), origin.coreVersion());
    }

    /**
     * Decides.
     *
     * @param entry what wants to happen
     * @param known what the ledger has made known so far
     * @param clock what is known of time
     */
    public Decision decide(IntakeEntry entry, Remembered known, TheatreClock clock) {
        Object body = entry.getBody();
        if (body instanceof ClockProposal proposal) {
            return decide(proposal, known.position(), clock);
        }
        if (body instanceof IntakeReport report) {
            return decide(report, known, clock.at());
        }
        if (body instanceof IntakeCommand intake) {
            return decide(intake.getCommand(), known, clock.at());
        }
        throw new IllegalArgumentException("an intake entry holds a report, a command or a clock proposal");
    }

    /**
     * The answer to an entry about which {@link #decide} failed: REJECTED, without a reason by name; empty where nobody
     * waits for one.
     */
    public Optional<Receipt> undecided(IntakeEntry entry, TheatreClock clock) {
        Verdict verdict = Verdict.rejected(ReceiptReason.UNKNOWN);
        if (entry.getBody() instanceof IntakeReport report && report.getAnswers()) {
            return Optional.of(receipt((SpecificRecord) report.getReport(), verdict, null, clock.at()));
        }
        if (entry.getBody() instanceof IntakeCommand intake) {
            return Optional.of(receipt(intake.getCommand(), verdict, null, clock.at()));
        }
        return Optional.empty();
    }

    private Decision decide(ClockProposal proposal, Position position, TheatreClock clock) {
        Instant at = proposal.getAt();
        if (!at.isAfter(clock.accepted())) {
            return new Decision.Ignore(Decision.Why.CLOCK_NOT_NEWER);
        }
        if (at.isAfter(clock.own().plus(FARTHEST_AHEAD))) {
            return new Decision.Ignore(Decision.Why.CLOCK_AHEAD);
        }
        if (!position.isEmpty() && at.isBefore(position.lastTick().plus(TICK))) {
            return new Decision.AcceptClock(at, List.of());
        }
        Numbering numbering = numbering(position, at);
        numbering.append(new Tick(position.ticks()), Audience.OPEN);
        return new Decision.AcceptClock(at, numbering.entries());
    }

    private Decision decide(IntakeReport intake, Remembered known, Instant at) {
        SpecificRecord report = (SpecificRecord) intake.getReport();
        LedgerReport coded = CodedReport.of(report);
        Optional<KnownReport> before = known.report(coded.getReportId());
        Verdict verdict = reports.judge(intake, coded, before, at);
        if (!verdict.isAccepted()) {
            if (!intake.getAnswers()) {
                return new Decision.Ignore(Decision.Why.ANSWERED_ELSEWHERE);
            }
            Receipt receipt = receipt(report, verdict, verdict.heldBy(), at);
            return verdict.outcome() == Outcome.REJECTED ? new Decision.Reject(receipt) : new Decision.Answer(receipt);
        }
        Numbering numbering = numbering(known.position(), at);
        long seq = numbering.append(coded, visibleTo(coded, before));
        Optional<Receipt> receipt =
                intake.getAnswers() ? Optional.of(receipt(report, verdict, seq, at)) : Optional.empty();
        return new Decision.Append(numbering.entries(), receipt);
    }

    private Decision decide(Command command, Remembered known, Instant at) {
        Verdict verdict = commands.judge(command, known.command(command.getCommandId()), known.position());
        if (!verdict.isAccepted()) {
            return new Decision.Answer(receipt(command, verdict, verdict.heldBy(), at));
        }
        Numbering numbering = numbering(known.position(), at);
        long seq = numbering.append(command, Visibility.of(command));
        return new Decision.Append(numbering.entries(), Optional.of(receipt(command, verdict, seq, at)));
    }

    /** The audiences that see the new revision or saw the one before stand. */
    private static Audience visibleTo(LedgerReport report, Optional<KnownReport> before) {
        boolean seesNew = report.getAction() == ReportAction.REPORT && Visibility.isOpen(report.getTlp());
        boolean sawBefore = before.map(KnownReport::standsInOpen).orElse(false);
        return seesNew || sawBefore ? Audience.OPEN : Audience.RESTRICTED;
    }

    private Numbering numbering(Position position, Instant at) {
        Numbering numbering = new Numbering(position, at);
        if (position.isEmpty()) {
            Opening.write(origin, at, numbering);
        }
        return numbering;
    }

    private Receipt receipt(SpecificRecord report, Verdict verdict, @Nullable Long seq, Instant at) {
        ReportEnvelope envelope = Reports.envelopeOf(report);
        return receipt(verdict, seq, at)
                .setSubject(ReceiptOf.REPORT)
                .setId(envelope.getReportId())
                .setRevision(envelope.getRevision())
                .setImportId(envelope.getImportId())
                .build();
    }

    private Receipt receipt(Command command, Verdict verdict, @Nullable Long seq, Instant at) {
        return receipt(verdict, seq, at)
                .setSubject(ReceiptOf.COMMAND)
                .setId(command.getCommandId())
                .setRevision(0)
                .build();
    }

    private Receipt.Builder receipt(Verdict verdict, @Nullable Long seq, Instant at) {
        return Receipt.newBuilder()
                .setOutcome(verdict.outcome())
                .setReason(verdict.reason())
                .setTheatre(origin.theatre())
                .setSeq(seq)
                .setAt(at);
    }
}
