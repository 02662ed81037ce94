package org.harmattan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.assessment.IncidentChange;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LaneKind;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A theatre assesses what it owns with what it sees next door, and is silent about the latter. */
class TwoTheatresTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    static Path folder;

    private static Catalogue catalogue;

    private final LedgerWriter ledger = LedgerWriter.begun(START);

    @BeforeAll
    static void maliAloneAndAllOthers() throws IOException {
        Catalogue.shipped().writeTo(folder);
        Path file = folder.resolve("catalogue.json");
        String json = Files.readString(file);
        int owns = json.indexOf("\"theatres\"");
        Files.writeString(
                file,
                json.substring(0, owns)
                        + "\"theatres\": [{\"name\": \"mali\", \"partition\": 0, \"owns\": [\"ML\"]}, {\"name\": \"others\","
                        + " \"partition\": 1, \"owns\": [\"BF\", \"BJ\", \"CD\", \"CF\", \"CG\", \"CI\", \"CM\", \"DZ\","
                        + " \"GA\", \"GH\", \"GM\", \"GN\", \"GQ\", \"GW\", \"LR\", \"LY\", \"MR\", \"NE\", \"NG\", \"SD\","
                        + " \"SL\", \"SN\", \"SS\", \"TD\", \"TG\"]}]}");
        catalogue = Catalogue.load(folder);
    }

    @Test
    void whatHappensNextDoorIsReadAndNotTold() {
        ledger.report(attack("own", "ML-5", 400).build());
        ledger.report(attack("next door, long ago", "BF-10", 400).build());
        List<Output> before = fold("mali");
        for (int i = 0; i < 10; i++) {
            ledger.report(attack("next door " + i, "BF-10", 1).build());
        }
        List<Output> after = fold("mali");
        assertThat(spillOver(after, "ML-5")).isGreaterThan(spillOver(before, "ML-5"));
        assertThat(after)
                .filteredOn(output -> output.kind() != Output.Kind.PULSE)
                .extracting(Output::key)
                .noneMatch(key -> key.startsWith("BF"));
        assertThat(incidents(after)).extracting(IncidentEvent::getCountry).containsOnly("ML");
    }

    @Test
    void bothTheatresSayOfTheirOwnRegionsWhatOneTheatreOfAllSays() {
        ledger.report(attack("own", "ML-5", 400).build());
        ledger.report(attack("next door, long ago", "BF-10", 400).build());
        for (int i = 0; i < 10; i++) {
            ledger.report(
                    attack("attack " + i, i % 2 == 0 ? "BF-10" : "ML-5", i).build());
        }
        List<Output> whole = new ArrayList<>();
        Assessment one = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        ledger.entries().forEach(entry -> whole.addAll(one.apply(entry)));
        for (String region : List.of("ML-5", "BF-10")) {
            List<Output> theirs = fold(region.startsWith("ML") ? "mali" : "others");
            assertThat(newest(theirs, region).getFigures())
                    .isEqualTo(newest(whole, region).getFigures());
            assertThat(newest(theirs, region).getReasons())
                    .isEqualTo(newest(whole, region).getReasons());
        }
    }

    @Test
    void anIncidentThatMovesToWhatIsOnlySeenHasEndedHere() {
        LedgerReport report = attack("moves", "ML-5", 1).build();
        ledger.report(report);
        ledger.report(LedgerReport.newBuilder(report)
                .setRevision(2)
                .setRegions(List.of("BF-10"))
                .setCountry("BF")
                .build());
        ledger.report(LedgerReport.newBuilder(report)
                .setRevision(3)
                .setRegions(List.of("TG-S"))
                .setCountry("TG")
                .build());
        assertThat(incidents(fold("mali")))
                .extracting(IncidentEvent::getChange)
                .containsExactly(IncidentChange.OPENED, IncidentChange.ENDED);
        assertThat(incidents(fold("others")))
                .extracting(IncidentEvent::getChange)
                .containsExactly(IncidentChange.OPENED, IncidentChange.REVISED);
    }

    private static LedgerReport.Builder attack(String name, String region, int daysAgo) {
        return LedgerWriter.attack(
                name, region, START.minus(Duration.ofDays(daysAgo)).minus(Duration.ofHours(3)));
    }

    /** The same entries in a ledger of that theatre. */
    private List<Output> fold(String theatre) {
        Assessment fold = Assessment.start(catalogue, theatre);
        List<Output> said = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries()) {
            Object body = entry.getSeq() == 1
                    ? new Genesis(1, catalogue.digest(), LaneKind.LIVE, "harmattan.", START, 1.0)
                    : entry.getBody();
            said.addAll(fold.apply(
                    new LedgerEntry(entry.getSeq(), entry.getAt(), entry.getVisibleTo(), entry.getOpenSeq(), body)));
        }
        return said;
    }

    private static int spillOver(List<Output> said, String region) {
        return newest(said, region).getFigures().getSpillOver();
    }

    private static RegionScore newest(List<Output> said, String region) {
        List<RegionScore> scores = said.stream()
                .filter(output ->
                        output.audience() == Audience.OPEN && output.key().equals(region))
                .filter(output -> output.kind() == Output.Kind.SCORE)
                .map(output -> (RegionScore) output.value())
                .toList();
        return scores.get(scores.size() - 1);
    }

    private static List<IncidentEvent> incidents(List<Output> said) {
        return said.stream()
                .filter(output -> output.audience() == Audience.OPEN && output.kind() == Output.Kind.INCIDENT)
                .map(output -> (IncidentEvent) output.value())
                .toList();
    }
}
