package org.harmattan.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.command.RemoveRule;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.Reliability;

/** The small ledgers kept as golden files. A file once written is the truth; these only write one that is not there. */
final class GoldenScenarios {

    private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");

    private GoldenScenarios() {}

    /** Names and ledgers; set in Togo, whose five regions keep the files short. */
    static Map<String, LedgerWriter> all() {
        Map<String, LedgerWriter> all = new LinkedHashMap<>();
        all.put("raised-escalated-cleared", raisedEscalatedCleared());
        all.put("revised-moved-withdrawn", revisedMovedWithdrawn());
        all.put("import-held-rule-removed", importHeldRuleRemoved());
        return all;
    }

    private static LedgerWriter raisedEscalatedCleared() {
        LedgerWriter ledger = mature();
        for (int i = 0; i < 8; i++) {
            ledger.after(Duration.ofSeconds(20))
                    .report(attack("attack " + i, i)
                            .setOrigin(i < 4 ? "local" : "radio")
                            .build());
        }
        for (int i = 0; i < 12; i++) {
            ledger.after(Duration.ofDays(4)).tick();
        }
        return ledger;
    }

    private static LedgerWriter revisedMovedWithdrawn() {
        LedgerWriter ledger = mature();
        for (int i = 0; i < 6; i++) {
            ledger.after(Duration.ofSeconds(5)).report(attack("attack " + i, i).build());
        }
        LedgerReport first = attack("attack 0", 0).setRevision(2).build();
        ledger.after(Duration.ofSeconds(5))
                .report(LedgerReport.newBuilder(first).setCredibility(5).build());
        ledger.report(LedgerReport.newBuilder(first)
                .setRevision(3)
                .setRegions(List.of("TG-C"))
                .build());
        ledger.report(attack("attack 1", 1).setRevision(2).setTlp(Tlp.AMBER).build());
        for (int i = 2; i < 6; i++) {
            ledger.after(Duration.ofSeconds(5)).retract(attack("attack " + i, i).build());
        }
        return ledger.after(Duration.ofDays(1)).tick();
    }

    private static LedgerWriter importHeldRuleRemoved() {
        LedgerWriter ledger = mature();
        ledger.command(new BeginImport("an import"));
        for (int i = 0; i < 8; i++) {
            ledger.report(attack("row " + i, i).setImportId("an import").build());
        }
        ledger.report(attack("odd", 1).setReliability(Reliability.UNKNOWN).build());
        ledger.after(Duration.ofSeconds(10)).command(new EndImport("an import"));
        ledger.command(new AcknowledgeAlert(LedgerWriter.id("no such alert")), Audience.RESTRICTED, false);
        ledger.after(Duration.ofSeconds(60)).command(new RemoveRule("escalation"));
        return ledger.after(Duration.ofSeconds(60)).tick();
    }

    /** A log of Togo of more than a year. */
    private static LedgerWriter mature() {
        return LedgerWriter.begun(START)
                .report(LedgerWriter.attack("old", "TG-S", START.minus(Duration.ofDays(400)))
                        .build());
    }

    private static LedgerReport.Builder attack(String name, int hoursAgo) {
        return LedgerWriter.attack(name, "TG-S", START.minus(Duration.ofHours(2 + hoursAgo)));
    }
}
