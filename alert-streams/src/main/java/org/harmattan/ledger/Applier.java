package org.harmattan.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.harmattan.schemas.command.ActivateCore;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.SetCatalogue;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.ledger.Tick;
import org.harmattan.schemas.report.ReportAction;

/**
 * Writes what an appended entry makes known. It hangs on nothing but the entry and what earlier entries wrote, so a memory
 * built anew from the ledger equals the one that lived through it.
 */
public final class Applier {

    private Applier() {}

    /**
     * Applies the next entry.
     *
     * @throws BrokenLedger if the entry is not the next one: the ledger or the memory is broken, and numbering on
     *     would make it worse
     */
    public static void apply(LedgerEntry entry, Memory memory) {
        Position before = memory.position();
        if (entry.getSeq() != before.seq() + 1) {
            throw new BrokenLedger("the ledger's entry " + entry.getSeq() + " does not follow entry " + before.seq());
        }
        Long openSeq = entry.getOpenSeq();
        Position after = new Position(
                entry.getSeq(),
                openSeq == null ? before.openSeq() : openSeq,
                entry.getAt(),
                before.lastTick(),
                before.ticks(),
                before.coreVersion(),
                before.catalogueDigest());
        Object body = entry.getBody();
        if (body instanceof Genesis genesis) {
            after = inForce(after, genesis.getCoreVersion(), genesis.getCatalogueDigest());
        } else if (body instanceof Tick tick) {
            after = ticked(after, entry.getAt(), tick.getNumber() + 1);
        } else if (body instanceof Command command) {
            after = commanded(after, command);
            memory.put(command.getCommandId(), entry.getSeq());
        } else if (body instanceof LedgerReport report) {
            memory.put(report.getReportId(), known(report, entry.getSeq()));
        }
        memory.put(after);
    }

    private static Position commanded(Position position, Command command) {
        Object body = command.getBody();
        if (body instanceof ActivateCore activate) {
            return inForce(position, activate.getCoreVersion(), position.catalogueDigest());
        }
        if (body instanceof SetCatalogue set) {
            return inForce(position, position.coreVersion(), set.getCatalogueDigest());
        }
        return position;
    }

    private static KnownReport known(LedgerReport report, long seq) {
        return new KnownReport(
                report.getKind(),
                report.getSource(),
                report.getRevision(),
                report.getAction(),
                report.getContentDigest(),
                seq,
                openDay(report));
    }

    private static OptionalLong openDay(LedgerReport report) {
        Instant occurredAt = report.getOccurredAt();
        if (report.getAction() != ReportAction.REPORT || !Visibility.isOpen(report.getTlp()) || occurredAt == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(LocalDate.ofInstant(occurredAt, ZoneOffset.UTC).toEpochDay());
    }

    private static Position inForce(Position position, int coreVersion, String catalogueDigest) {
        return new Position(
                position.seq(),
                position.openSeq(),
                position.at(),
                position.lastTick(),
                position.ticks(),
                coreVersion,
                catalogueDigest);
    }

    private static Position ticked(Position position, Instant lastTick, long ticks) {
        return new Position(
                position.seq(),
                position.openSeq(),
                position.at(),
                lastTick,
                ticks,
                position.coreVersion(),
                position.catalogueDigest());
    }
}
