package org.harmattan.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.door.FieldProblem;
import org.harmattan.geography.Catalogue;
import org.harmattan.ingest.source.Grade;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.Fatalities;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.MovementReport;
import org.harmattan.schemas.report.PlacePrecision;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportStatus;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;
import org.harmattan.schemas.report.TimePrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Grade LOCAL = new Grade("local", Reliability.B, "local", Tlp.AMBER);
    private static final Grade GREEN_ONLY = new Grade("paper", Reliability.C, "paper", Tlp.GREEN);

    private static final String ATTACK = """
            {"kind":"attack","occurredAt":"2026-11-24T06:00:00Z","precision":"HOUR",
             "location":{"latitude":14.35,"longitude":-3.6,"place":"Bandiagara"},
             "eventType":"Battles","subEventType":"Armed clash","actors":["JNIM"],
             "target":"MILITARY_INSTALLATION","fatalities":{"best":4,"low":2,"high":9},
             "credibility":2,"tlp":"TLP:GREEN"}""";
    private static final String MOVEMENT = """
            {"kind":"movement","occurredAt":"2026-11-24","location":{"latitude":14.35,"longitude":-3.6},
             "movement":"ARMED_MOVEMENT","actorKind":"ARMED_GROUP"}""";
    private static final String CONTEXT = """
            {"kind":"context","occurredAt":"2026-11-24","factor":"LOCAL_SENTIMENT","direction":-1,"region":"ML-5"}""";
    private static final String INTERVENTION = """
            {"kind":"intervention","strategy":"HUMANITARIAN_AID","regions":["ML-5","BF-12","ML-5"],"startsOn":"2026-11-01"}""";

    private final ReportReader reader = new ReportReader(Catalogue.shipped());
    private final List<FieldProblem> problems = new ArrayList<>();

    private Optional<SpecificRecord> read(JsonNode node, Grade grade) {
        problems.clear();
        return reader.read(node, "", grade, NOW, problems);
    }

    private SpecificRecord accepted(JsonNode node) {
        Optional<SpecificRecord> report = read(node, LOCAL);
        assertThat(problems).isEmpty();
        return report.orElseThrow();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A template with one field, given by its path, replaced by a JSON value; {@code -} takes it away. */
    private static ObjectNode with(String template, String path, String value) {
        ObjectNode root = json(template);
        String[] steps = path.split("\\.");
        ObjectNode at = root;
        for (int i = 0; i < steps.length - 1; i++) {
            at = (ObjectNode) at.get(steps[i]);
        }
        String name = steps[steps.length - 1];
        if (value.equals("-")) {
            at.remove(name);
        } else {
            at.set(name, json("{\"v\":" + value + "}").get("v"));
        }
        return root;
    }

    private FieldProblem refused(JsonNode node) {
        return refused(node, LOCAL);
    }

    private FieldProblem refused(JsonNode node, Grade grade) {
        assertThat(read(node, grade)).isEmpty();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).problem()).isNotBlank();
        assertThat(problems.get(0).fix()).isNotBlank();
        return problems.get(0);
    }

    @Test
    void aFullAttackIsReadAsItWasMeant() {
        AttackReport report = (AttackReport) accepted(json(ATTACK));
        ReportEnvelope envelope = report.getEnvelope();
        assertThat(report.getEventType()).isEqualTo(EventType.BATTLES);
        assertThat(report.getSubEventType()).isEqualTo(SubEventType.ARMED_CLASH);
        assertThat(report.getActors()).containsExactly("JNIM");
        assertThat(report.getTarget()).isEqualTo(Target.MILITARY_INSTALLATION);
        assertThat(report.getFatalities()).isEqualTo(new Fatalities(4, 2, 9));
        assertThat(envelope.getOccurredAt()).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
        assertThat(envelope.getOccurredUntil()).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
        assertThat(envelope.getCredibility()).isEqualTo(2);
        assertThat(envelope.getTlp()).isEqualTo(Tlp.GREEN);
    }

    @Test
    void whatIngestKnowsIsStamped() {
        ReportEnvelope envelope = Reports.envelopeOf(accepted(json(ATTACK)));
        assertThat(envelope.getSource()).isEqualTo("local");
        assertThat(envelope.getReliability()).isEqualTo(Reliability.B);
        assertThat(envelope.getOrigin()).isEqualTo("local");
        assertThat(envelope.getReceivedAt()).isEqualTo(NOW);
        assertThat(envelope.getLocation().getRegion()).isEqualTo("ML-5");
        assertThat(envelope.getLocation().getCountry()).isEqualTo("ML");
        assertThat(envelope.getLocation().getPlace()).isEqualTo("Bandiagara");
        assertThat(envelope.getImportId()).isNull();
    }

    @Test
    void whatIsLeftOutIsFilledIn() {
        AttackReport report = (AttackReport) accepted(json("""
                        {"kind":"Attack","occurredAt":"2026-11-24T06:00:00+01:00","eventType":"RIOTS",
                         "location":{"latitude":14.35,"longitude":-3.6}}"""));
        ReportEnvelope envelope = report.getEnvelope();
        assertThat(envelope.getRevision()).isEqualTo(1);
        assertThat(envelope.getStatus()).isEqualTo(ReportStatus.ACTUAL);
        assertThat(envelope.getAction()).isEqualTo(ReportAction.REPORT);
        assertThat(envelope.getCredibility()).isEqualTo(6);
        assertThat(envelope.getTlp()).isEqualTo(Tlp.GREEN);
        assertThat(envelope.getPrecision()).isEqualTo(TimePrecision.HOUR);
        assertThat(envelope.getOccurredAt()).isEqualTo(Instant.parse("2026-11-24T05:00:00Z"));
        assertThat(envelope.getOccurredUntil()).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
        assertThat(envelope.getLocation().getPrecision()).isEqualTo(PlacePrecision.NEAR);
        assertThat(envelope.getAvailableAt()).isNull();
        assertThat(report.getTarget()).isEqualTo(Target.UNKNOWN);
        assertThat(report.getSubEventType()).isEqualTo(SubEventType.UNKNOWN);
        assertThat(report.getFatalities()).isNull();
        assertThat(UUID.fromString(envelope.getReportId())).isNotNull();
    }

    @Test
    void aDayAloneIsKnownToTheDay() {
        ReportEnvelope envelope = Reports.envelopeOf(accepted(json(MOVEMENT)));
        assertThat(envelope.getPrecision()).isEqualTo(TimePrecision.DAY);
        assertThat(envelope.getOccurredAt()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(envelope.getOccurredUntil()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTE,2024-01-31T06:01:00Z",
        "HOUR,2024-01-31T07:00:00Z",
        "DAY,2024-02-01T06:00:00Z",
        "WEEK,2024-02-07T06:00:00Z",
        "MONTH,2024-02-29T06:00:00Z",
        "YEAR,2025-01-31T06:00:00Z"
    })
    void theEndIsOneUnitOfThePrecisionAfterTheBeginning(String precision, Instant end) {
        ObjectNode node = with(ATTACK, "occurredAt", "\"2024-01-31T06:00:00Z\"");
        node.put("precision", precision);
        assertThat(Reports.envelopeOf(accepted(node)).getOccurredUntil()).isEqualTo(end);
    }

    @Test
    void aSpanIsTakenAsSentUnlessItClaimsMoreThanItsPrecision() {
        ObjectNode longer = with(ATTACK, "occurredUntil", "\"2026-11-24T11:30:00Z\"");
        assertThat(Reports.envelopeOf(accepted(longer)).getOccurredUntil())
                .isEqualTo(Instant.parse("2026-11-24T11:30:00Z"));
        ObjectNode shorter = with(ATTACK, "occurredUntil", "\"2026-11-24T06:10:00Z\"");
        assertThat(Reports.envelopeOf(accepted(shorter)).getOccurredUntil())
                .isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
        ObjectNode days = with(MOVEMENT, "occurredAt", "\"2026-11-20\"");
        days.put("occurredUntil", "2026-11-22");
        assertThat(Reports.envelopeOf(accepted(days)).getOccurredUntil())
                .isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "ARMED_GROUP,GREEN",
        "MILITIA,GREEN",
        "CIVILIANS,GREEN",
        "UNKNOWN,GREEN",
        "SECURITY_FORCES,AMBER",
        "Peacekeepers,AMBER"
    })
    void aMovementThatShowsWherePeopleAreIsAmber(String actorKind, Tlp tlp) {
        ObjectNode node = with(MOVEMENT, "actorKind", "\"" + actorKind + "\"");
        assertThat(Reports.envelopeOf(accepted(node)).getTlp()).isEqualTo(tlp);
    }

    @Test
    void aMovementsOtherFieldsAreRead() {
        ObjectNode node = json(MOVEMENT);
        node.put("actor", "column of pick-ups").put("size", 40).put("headingDegrees", 359);
        node.put("originRegion", "ML-9").put("destinationRegion", "BF-12");
        MovementReport report = (MovementReport) accepted(node);
        assertThat(report.getActor()).isEqualTo("column of pick-ups");
        assertThat(report.getSize()).isEqualTo(40);
        assertThat(report.getHeadingDegrees()).isEqualTo(359);
        assertThat(report.getOriginRegion()).as("Ménaka lies in Gao").isEqualTo("ML-7");
        assertThat(report.getDestinationRegion()).isEqualTo("BF-12");
    }

    @Test
    void aContextIsOfARegionOrOfACountry() {
        ContextReport ofRegion = (ContextReport) accepted(json(CONTEXT));
        assertThat(ofRegion.getRegion()).isEqualTo("ML-5");
        assertThat(ofRegion.getCountry()).isEqualTo("ML");
        ObjectNode country = with(CONTEXT, "region", "-");
        country.put("country", "Burkina Faso");
        ContextReport ofCountry = (ContextReport) accepted(country);
        assertThat(ofCountry.getRegion()).isNull();
        assertThat(ofCountry.getCountry()).isEqualTo("BF");
        assertThat(ofCountry.getEnvelope().getLocation()).isNull();
    }

    @Test
    void anInterventionNamesItsRegionsOnceAndBeginsOnItsFirstDay() {
        InterventionReport report = (InterventionReport) accepted(json(INTERVENTION));
        assertThat(report.getRegions()).containsExactly("BF-12", "ML-5");
        assertThat(report.getStartsOn()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(report.getEndsOn()).isNull();
        assertThat(report.getEnvelope().getOccurredAt()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @Test
    void aRetractionNeedsOnlyKindIdAndRevision() {
        SpecificRecord report = accepted(
                json("{\"kind\":\"attack\",\"action\":\"RETRACT\",\"sourceReportId\":\"a-1\",\"revision\":2}"));
        ReportEnvelope envelope = Reports.envelopeOf(report);
        assertThat(envelope.getAction()).isEqualTo(ReportAction.RETRACT);
        assertThat(envelope.getReportId()).isEqualTo(ReportIds.derived("local", "a-1"));
        assertThat(envelope.getRevision()).isEqualTo(2);
        assertThat(envelope.getOccurredAt()).isNull();
        assertThat(envelope.getCredibility()).isZero();
        for (String kind : List.of("movement", "context", "intervention")) {
            accepted(
                    json(
                            "{\"kind\":\"" + kind
                                    + "\",\"action\":\"RETRACT\",\"reportId\":\"0B9C1C52-7d0e-4c4e-9d0b-2f1f2f6f2a11\",\"revision\":2}"));
        }
        assertThat(refused(json("{\"kind\":\"attack\",\"action\":\"RETRACT\",\"sourceReportId\":\"a-1\"}"))
                        .field())
                .isEqualTo("revision");
        assertThat(refused(json("{\"kind\":\"attack\",\"action\":\"RETRACT\",\"revision\":2}"))
                        .field())
                .isEqualTo("reportId");
    }

    @Test
    void theIdIsTheOneGivenOrDerivedFromTheSourcesOwn() {
        String uuid = "0b9c1c52-7d0e-4c4e-9d0b-2f1f2f6f2a11";
        assertThat(Reports.envelopeOf(accepted(with(ATTACK, "reportId", "\"" + uuid + "\"")))
                        .getReportId())
                .isEqualTo(uuid);
        String derived = Reports.envelopeOf(accepted(with(ATTACK, "sourceReportId", "\"a-1\"")))
                .getReportId();
        assertThat(derived).isEqualTo(ReportIds.derived("local", "a-1"));
        assertThat(UUID.fromString(derived).version()).isEqualTo(5);
        assertThat(UUID.fromString(derived).variant()).isEqualTo(2);
        assertThat(ReportIds.derived("other", "a-1")).isNotEqualTo(derived);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BATTLES|BATTLES",
                "Explosions/Remote violence|EXPLOSIONS_REMOTE_VIOLENCE",
                "violence against civilians|VIOLENCE_AGAINST_CIVILIANS",
                "Strategic developments|STRATEGIC_DEVELOPMENTS"
            })
    void eventTypesMayBeWrittenAsAcledWritesThem(String label, EventType type) {
        assertThat(((AttackReport) accepted(with(ATTACK, "eventType", "\"" + label + "\""))).getEventType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Air/drone strike|AIR_DRONE_STRIKE",
                "Remote explosive/landmine/IED|REMOTE_EXPLOSIVE_LANDMINE_IED",
                "Shelling/artillery/missile attack|SHELLING_ARTILLERY_MISSILE_ATTACK",
                "Non-state actor overtakes territory|NON_STATE_ACTOR_OVERTAKES_TERRITORY",
                "Abduction/forced disappearance|ABDUCTION_FORCED_DISAPPEARANCE",
                "Non-violent transfer of territory|NON_VIOLENT_TRANSFER_OF_TERRITORY"
            })
    void subEventTypesToo(String label, SubEventType type) {
        assertThat(((AttackReport) accepted(with(ATTACK, "subEventType", "\"" + label + "\""))).getSubEventType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind|-|kind",
                "kind|\"rumour\"|kind",
                "occurredAt|-|occurredAt",
                "occurredAt|\"24/11/2026\"|occurredAt",
                "occurredAt|\"2026-02-30\"|occurredAt",
                "occurredAt|\"2026-11-24T06:00:00\"|occurredAt",
                "occurredAt|\"0026-11-24T06:00:00Z\"|occurredAt",
                "occurredAt|1764000000|occurredAt",
                "occurredAt|\"2026-11-24T12:15:01Z\"|occurredAt",
                "occurredUntil|\"2026-11-24T06:00:00Z\"|occurredUntil",
                "precision|\"DECADE\"|precision",
                "availableAt|\"2026-12-24T06:00:00Z\"|availableAt",
                "location|-|location",
                "location|\"Mopti\"|location",
                "location.latitude|-|location.latitude",
                "location.latitude|\"14.3\"|location.latitude",
                "location.latitude|91|location.latitude",
                "location.longitude|1e400|location.longitude",
                "location.precision|\"ROUGH\"|location.precision",
                "location.region|\"ML-5\"|location.region",
                "eventType|-|eventType",
                "eventType|\"UNKNOWN\"|eventType",
                "eventType|\"Skirmish\"|eventType",
                "target|\"EVERYBODY\"|target",
                "actors|\"JNIM\"|actors",
                "actors|[\"\"]|actors[0]",
                "actors|[\"JNIM\",7]|actors[1]",
                "fatalities.best|-|fatalities.best",
                "fatalities.best|1|fatalities.best",
                "fatalities.best|10|fatalities.best",
                "fatalities.best|-4|fatalities.best",
                "fatalities.best|2.5|fatalities.best",
                "injured|-1|injured",
                "abducted|\"many\"|abducted",
                "credibility|0|credibility",
                "credibility|7|credibility",
                "revision|0|revision",
                "status|\"EXERCISE\"|status",
                "action|\"UNDO\"|action",
                "source|\"other\"|source",
                "reportId|\"abc\"|reportId",
                "reportId|\"0b9c1c52-7d0e-4c4e-9d0b\"|reportId",
                "tlp|\"TLP:BLUE\"|tlp",
                "tlp|\"TLP:RED\"|tlp",
                "tlp|\"TLP:AMBER+STRICT\"|tlp",
                "tlp|\"amber_strict\"|tlp",
                "reliability|\"A\"|reliability",
                "origin|\"me\"|origin",
                "importId|\"x\"|importId",
                "colour|\"blue\"|colour",
                "text|\"\\u0000\"|text",
                "text|\"\\ud800\"|text"
            })
    void aBadFieldOfAnAttackIsNamed(String path, String value, String field) {
        assertThat(refused(with(ATTACK, path, value)).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "movement|-|movement",
                "movement|\"STROLL\"|movement",
                "size|-1|size",
                "headingDegrees|360|headingDegrees",
                "originRegion|\"ML-77\"|originRegion",
                "destinationRegion|\"Mopti\"|destinationRegion",
                "eventType|\"Battles\"|eventType"
            })
    void aBadFieldOfAMovementIsNamed(String path, String value, String field) {
        assertThat(refused(with(MOVEMENT, path, value)).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "factor|-|factor",
                "direction|-|direction",
                "direction|3|direction",
                "direction|0.5|direction",
                "region|-|region",
                "region|\"XX-1\"|region",
                "country|\"BF\"|country",
                "country|\"Atlantis\"|country"
            })
    void aBadFieldOfAContextIsNamed(String path, String value, String field) {
        assertThat(refused(with(CONTEXT, path, value)).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strategy|-|strategy",
                "strategy|\"PRAYER\"|strategy",
                "regions|-|regions",
                "regions|[]|regions",
                "regions|[\"ML-5\",\"ML-99\"]|regions[1]",
                "startsOn|-|startsOn",
                "startsOn|\"2026-13-01\"|startsOn",
                "startsOn|\"2027-01-01\"|startsOn",
                "endsOn|\"2026-10-31\"|endsOn"
            })
    void aBadFieldOfAnInterventionIsNamed(String path, String value, String field) {
        assertThat(refused(with(INTERVENTION, path, value)).field()).isEqualTo(field);
    }

    @Test
    void textsThatAreTooLongAreNamed() {
        assertThat(refused(with(ATTACK, "text", "\"" + "x".repeat(4_001) + "\""))
                        .field())
                .isEqualTo("text");
        accepted(with(ATTACK, "text", "\"" + "é".repeat(4_000) + "\""));
        assertThat(refused(with(ATTACK, "sourceReportId", "\"" + "x".repeat(201) + "\""))
                        .field())
                .isEqualTo("sourceReportId");
        assertThat(refused(with(ATTACK, "location.place", "\"" + "x".repeat(201) + "\""))
                        .field())
                .isEqualTo("location.place");
        assertThat(refused(with(ATTACK, "actors", "[\"" + "x".repeat(201) + "\"]"))
                        .field())
                .isEqualTo("actors[0]");
        assertThat(refused(with(INTERVENTION, "expectedOutcome", "\"" + "x".repeat(1_001) + "\""))
                        .field())
                .isEqualTo("expectedOutcome");
    }

    @Test
    void aPlaceOutsideTheCatalogueIsToldTheNearestRegionAndItsDistance() {
        ObjectNode paris = with(ATTACK, "location.latitude", "48.85");
        FieldProblem problem = refused(paris);
        assertThat(problem.field()).isEqualTo("location");
        assertThat(problem.fix()).containsPattern("\\([A-Z]{2}-[A-Z0-9]+\\), \\d+\\.\\d km");
    }

    @Test
    void aRefusedTlpSaysWhy() {
        assertThat(refused(with(ATTACK, "tlp", "\"TLP:RED\"")).problem()).contains("named persons");
        assertThat(refused(with(ATTACK, "tlp", "\"TLP:AMBER+STRICT\"")).problem())
                .contains("one organisation");
        assertThat(refused(with(ATTACK, "tlp", "\"TLP:AMBER\""), GREEN_ONLY).fix())
                .contains("TLP:GREEN");
        assertThat(refused(with(MOVEMENT, "actorKind", "\"SECURITY_FORCES\""), GREEN_ONLY)
                        .problem())
                .contains("missing", "security forces");
    }

    @Test
    void aBadValueIsAnsweredWithThoseThatAreAllowed() {
        assertThat(refused(with(ATTACK, "target", "\"EVERYBODY\"")).fix()).contains("CIVILIANS", "AID_WORKERS");
        assertThat(refused(with(ATTACK, "tlp", "\"TLP:BLUE\"")).fix()).contains("TLP:GREEN", "TLP:AMBER");
    }

    @Test
    void everyBadFieldIsNamedAtOnce() {
        ObjectNode node = with(ATTACK, "occurredAt", "\"yesterday\"");
        node.put("credibility", 9).put("colour", "blue").put("tlp", "TLP:RED");
        assertThat(read(node, LOCAL)).isEmpty();
        assertThat(problems)
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("occurredAt", "credibility", "colour", "tlp");
    }

    @Test
    void whatIsNoObjectIsNoReport() {
        assertThat(read(JSON.getNodeFactory().textNode("attack"), LOCAL)).isEmpty();
        assertThat(problems).extracting(FieldProblem::field).containsExactly("body");
        problems.clear();
        reader.read(JSON.getNodeFactory().nullNode(), "[3].", LOCAL, NOW, problems);
        assertThat(problems).extracting(FieldProblem::field).containsExactly("[3]");
    }

    @Test
    void everyExampleOfTheDocumentationIsTaken() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "reports.md"));
        List<String> examples = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(examples).hasSize(5).allSatisfy(example -> accepted(json(example)));
    }
}
