package org.harmattan.schemas.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.Fatalities;
import org.harmattan.schemas.report.Location;
import org.harmattan.schemas.report.PlacePrecision;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportStatus;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;
import org.harmattan.schemas.report.TimePrecision;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    @Test
    void whatIngestStampsDoesNotCount() {
        String digest = ContentDigest.of(attack(UnaryOperator.identity()));
        assertThat(ContentDigest.of(attack(e -> e.setReliability(Reliability.A)
                        .setOrigin("elsewhere")
                        .setReceivedAt(Instant.parse("2026-11-25T00:00:00Z"))
                        .setImportId("an-import")
                        .setAvailableAt(Instant.parse("2026-12-01T00:00:00Z"))
                        .setAvailableAtAssumed(true))))
                .isEqualTo(digest);
        assertThat(ContentDigest.of(attack(e -> e.setLocation(Location.newBuilder(e.getLocation())
                        .setRegion("ML-6")
                        .setCountry("ML")
                        .build()))))
                .isEqualTo(digest);
    }

    @Test
    void whatTheSenderSaidCounts() {
        String digest = ContentDigest.of(attack(UnaryOperator.identity()));
        assertThat(List.of(
                        attack(e -> e.setText("other words")),
                        attack(e -> e.setTlp(Tlp.AMBER)),
                        attack(e -> e.setCredibility(3)),
                        attack(e -> e.setAvailableAt(Instant.parse("2026-12-01T00:00:00Z"))),
                        attack(e -> e.setLocation(Location.newBuilder(e.getLocation())
                                .setLatitude(14.36)
                                .build()))))
                .extracting(ContentDigest::of)
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
    }

    /** A change of the report's schema that changed this would turn every report that comes again into a conflict. */
    @Test
    void theDigestOfAKnownReportStaysWhatItWas() {
        assertThat(ContentDigest.of(attack(UnaryOperator.identity())))
                .isEqualTo("d107116cd9c010e754ce21724a757945505d63c626fc814e8f2f8784ac92a10b");
    }

    private static AttackReport attack(UnaryOperator<ReportEnvelope.Builder> change) {
        ReportEnvelope.Builder envelope = ReportEnvelope.newBuilder()
                .setReportId("3f0a6f3e-6d8c-4a53-9a4f-0a6f7e3c1b11")
                .setRevision(1)
                .setStatus(ReportStatus.ACTUAL)
                .setAction(ReportAction.REPORT)
                .setSource("local")
                .setReliability(Reliability.B)
                .setOrigin("local")
                .setCredibility(2)
                .setTlp(Tlp.GREEN)
                .setOccurredAt(Instant.parse("2026-11-24T06:00:00Z"))
                .setOccurredUntil(Instant.parse("2026-11-24T07:00:00Z"))
                .setPrecision(TimePrecision.HOUR)
                .setReceivedAt(Instant.parse("2026-11-24T08:00:00Z"))
                .setLocation(new Location(14.35, -3.6, PlacePrecision.EXACT, "Bandiagara", "ML-5", "ML"));
        return AttackReport.newBuilder()
                .setEnvelope(change.apply(envelope).build())
                .setEventType(EventType.BATTLES)
                .setSubEventType(SubEventType.ARMED_CLASH)
                .setActors(List.of("JNIM"))
                .setTarget(Target.MILITARY_INSTALLATION)
                .setFatalities(new Fatalities(4, 2, 9))
                .build();
    }
}
