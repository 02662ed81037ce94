package org.harmattan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.ledger.CodedAttack;
import org.harmattan.schemas.ledger.CodedLocation;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.PlacePrecision;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;
import org.harmattan.schemas.report.TimePrecision;
import org.junit.jupiter.api.Test;

class CertaintyTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aReportIsAsSureAsItsSourceTimesItsInformation() {
        assertThat(Certainty.ofReport(Reliability.A, 1)).isEqualTo(10_000);
        assertThat(Certainty.ofReport(Reliability.B, 2)).isEqualTo(7_650);
        assertThat(Certainty.ofReport(Reliability.C, 3)).isEqualTo(4_875);
        assertThat(Certainty.ofReport(Reliability.E, 5)).isEqualTo(200);
        assertThat(Certainty.ofReport(Reliability.F, 6)).isEqualTo(2_500);
        assertThatThrownBy(() -> Certainty.ofReport(Reliability.UNKNOWN, 1)).hasMessageContaining("reliability");
        assertThatThrownBy(() -> Certainty.ofReport(Reliability.A, 0)).hasMessageContaining("credibility");
    }

    @Test
    void aSecondOriginMakesAnIncidentMoreCertainAndTheSameOriginDoesNot() {
        assertThat(Certainty.weightMicro(List.of(report("b", "one")))).isEqualTo(765_000);
        assertThat(Certainty.weightMicro(List.of(report("b", "one"), report("c", "one"))))
                .isEqualTo(765_000);
        // 1 - 0.235 * 0.235 = 0.944775
        assertThat(Certainty.weightMicro(List.of(report("b", "one"), report("c", "two"))))
                .isEqualTo(944_775);
    }

    @Test
    void weightsAreRoundedHalfUp() {
        // Three origins of B/2: 1 - 0.235^3 = 0.987022125
        assertThat(Certainty.weightMicro(List.of(report("a", "one"), report("b", "two"), report("c", "three"))))
                .isEqualTo(987_022);
    }

    private static Standing report(String id, String origin) {
        return Standing.of(
                new LedgerReport(
                        id,
                        ReportKind.ATTACK,
                        1L,
                        ReportAction.REPORT,
                        origin,
                        origin,
                        Reliability.B,
                        2,
                        Tlp.GREEN,
                        NOON.minusSeconds(60),
                        NOON,
                        TimePrecision.MINUTE,
                        null,
                        NOON,
                        null,
                        new CodedLocation(14.0, -3.0, PlacePrecision.EXACT),
                        List.of("ML-5"),
                        "ML",
                        "digest",
                        new CodedAttack(
                                EventType.BATTLES,
                                SubEventType.ARMED_CLASH,
                                List.of(),
                                Target.CIVILIANS,
                                null,
                                null,
                                null)),
                NOON);
    }
}
