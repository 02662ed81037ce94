package org.harmattan.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.intake.IntakeReport;
import org.harmattan.schemas.ledger.LaneKind;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.receipt.ReceiptReason;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.report.ReportStatus;

/**
 * Judges a report by what is known of its id. No decision that the open audience can observe hangs on what only the
 * restricted one knows: a report above GREEN counts for it exactly as a retraction of the same id and revision.
 */
final class ReportJudge {

    /** What lies further back may be reported, but no more be corrected. */
    static final int CORRECTABLE_YEARS = 5;

    private final LaneKind laneKind;
    private final ReportCheck check;

    ReportJudge(LaneKind laneKind, ReportCheck check) {
        this.laneKind = laneKind;
        this.check = check;
    }

    Verdict judge(IntakeReport intake, LedgerReport coded, Optional<KnownReport> before, Instant at) {
        SpecificRecord report = (SpecificRecord) intake.getReport();
        ReportEnvelope envelope = Reports.envelopeOf(report);
        if (envelope.getStatus() == ReportStatus.EXERCISE && laneKind == LaneKind.LIVE) {
            return Verdict.rejected(ReceiptReason.EXERCISE_IN_LIVE_LANE);
        }
        if (envelope.getStatus() == ReportStatus.UNKNOWN || envelope.getAction() == ReportAction.UNKNOWN) {
            return Verdict.rejected(ReceiptReason.NEEDS_NEWER_CORE);
        }
        ReportKind firstKind = before.map(KnownReport::kind).orElse(intake.getFirstKind());
        if (firstKind != coded.getKind() || intake.getFirstKind() != coded.getKind()) {
            return Verdict.rejected(ReceiptReason.KIND_CHANGED);
        }
        if (!check.isUsable(coded)) {
            return Verdict.rejected(ReceiptReason.INVALID_REPORT);
        }
        return before.map(known -> againstKnown(coded, known, at))
                .orElseGet(() -> Verdict.accepted(firstReason(coded)));
    }

    private static Verdict againstKnown(LedgerReport coded, KnownReport known, Instant at) {
        if (!known.source().equals(coded.getSource())) {
            return Verdict.rejected(ReceiptReason.OTHER_SOURCE);
        }
        if (coded.getRevision() < known.revision()) {
            return Verdict.stale();
        }
        if (coded.getRevision() == known.revision()) {
            return known.contentDigest().equals(coded.getContentDigest())
                    ? Verdict.duplicate(known.seq())
                    : Verdict.conflict();
        }
        if (isTooOldToCorrect(known.openDay(), at)) {
            return Verdict.rejected(ReceiptReason.TOO_OLD_TO_CORRECT);
        }
        return Verdict.accepted(
                coded.getAction() == ReportAction.RETRACT ? ReceiptReason.RETRACTED : ReceiptReason.REVISED);
    }

    /**
     * Looks at the day that the open audience sees. A restricted day is never too old: refusing its correction would show,
     * in the numbers of open entries, that there is one.
     */
    private static boolean isTooOldToCorrect(OptionalLong openDay, Instant at) {
        LocalDate oldest = LocalDate.ofInstant(at, ZoneOffset.UTC).minusYears(CORRECTABLE_YEARS);
        return openDay.isPresent() && openDay.getAsLong() < oldest.toEpochDay();
    }

    private static ReceiptReason firstReason(LedgerReport coded) {
        return coded.getAction() == ReportAction.RETRACT ? ReceiptReason.RETRACTED : ReceiptReason.NEW;
    }
}
