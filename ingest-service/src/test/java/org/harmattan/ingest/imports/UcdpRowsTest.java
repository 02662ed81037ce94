package org.harmattan.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.harmattan.geography.Catalogue;
import org.harmattan.ingest.report.ReportIds;
import org.harmattan.ingest.source.Grade;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.Fatalities;
import org.harmattan.schemas.report.PlacePrecision;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;
import org.harmattan.schemas.report.TimePrecision;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UcdpRowsTest {

    private static final Stamp STAMP = new Stamp(
            new Grade("ucdp", Reliability.A, "ucdp", Tlp.GREEN),
            "0b9c1c52-7d0e-4c4e-9d0b-2f1f2f6f2a11",
            Instant.parse("2026-11-24T12:00:00Z"));

    private static List<Row> rows(String file) throws IOException {
        return rows(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Row> rows(InputStream file) throws IOException {
        RowReader reader = ImportFormat.UCDP.open(Unzipped.of(file), STAMP, Catalogue.shipped());
        List<Row> rows = new ArrayList<>();
        for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    private static AttackReport usable(String row) throws IOException {
        return (AttackReport) ((Row.Usable) rows(UcdpText.file(row)).get(0)).report();
    }

    private static Row.Unusable unusable(String row) throws IOException {
        return (Row.Unusable) rows(UcdpText.file(row)).get(0);
    }

    @Test
    void anEventBecomesAnAttack() throws Exception {
        AttackReport report = usable(UcdpText.row("123"));
        ReportEnvelope envelope = report.getEnvelope();
        assertThat(report.getEventType()).isEqualTo(EventType.BATTLES);
        assertThat(report.getSubEventType()).isEqualTo(SubEventType.ARMED_CLASH);
        assertThat(report.getActors()).containsExactly("Government of Mali", "JNIM");
        assertThat(report.getFatalities()).isEqualTo(new Fatalities(4, 2, 9));
        assertThat(envelope.getReportId()).isEqualTo(ReportIds.derived("ucdp", "123"));
        assertThat(envelope.getSourceReportId()).isEqualTo("123");
        assertThat(envelope.getRevision()).isEqualTo(1);
        assertThat(envelope.getReliability()).isEqualTo(Reliability.A);
        assertThat(envelope.getCredibility()).isEqualTo(1);
        assertThat(envelope.getTlp()).isEqualTo(Tlp.GREEN);
        assertThat(envelope.getOccurredAt()).isEqualTo(Instant.parse("2019-05-03T00:00:00Z"));
        assertThat(envelope.getOccurredUntil()).isEqualTo(Instant.parse("2019-05-04T00:00:00Z"));
        assertThat(envelope.getAvailableAt()).isEqualTo(Instant.parse("2019-05-11T00:00:00Z"));
        assertThat(envelope.getAvailableAtAssumed()).isTrue();
        assertThat(envelope.getImportId()).isEqualTo(STAMP.importId());
        assertThat(envelope.getLocation().getRegion()).isEqualTo("ML-5");
        assertThat(envelope.getLocation().getPlace()).isEqualTo("Bandiagara cercle, Mopti region");
    }

    @Test
    void violenceAgainstCiviliansNamesTheAttackerOnly() throws Exception {
        AttackReport report = usable(UcdpText.row("1", "type_of_violence", "3", "side_b", "Civilians"));
        assertThat(report.getEventType()).isEqualTo(EventType.VIOLENCE_AGAINST_CIVILIANS);
        assertThat(report.getSubEventType()).isEqualTo(SubEventType.ATTACK);
        assertThat(report.getTarget()).isEqualTo(Target.CIVILIANS);
        assertThat(report.getActors()).containsExactly("Government of Mali");
        assertThat(usable(UcdpText.row("1", "type_of_violence", "2")).getEventType())
                .isEqualTo(EventType.BATTLES);
    }

    @ParameterizedTest
    @CsvSource({"1,DAY", "2,DAY", "3,WEEK", "4,MONTH", "5,YEAR"})
    void howWellTheDayIsKnownIsKept(String code, TimePrecision precision) throws Exception {
        ReportEnvelope envelope = usable(UcdpText.row("1", "date_prec", code, "date_end", "2019-05-09"))
                .getEnvelope();
        assertThat(envelope.getPrecision()).isEqualTo(precision);
        assertThat(envelope.getOccurredUntil()).isEqualTo(Instant.parse("2019-05-10T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"1,EXACT", "2,NEAR", "3,AREA", "4,AREA", "5,AREA", "6,AREA", "7,AREA"})
    void howWellThePlaceIsKnownIsKept(String code, PlacePrecision precision) throws Exception {
        assertThat(usable(UcdpText.row("1", "where_prec", code))
                        .getEnvelope()
                        .getLocation()
                        .getPrecision())
                .isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource({
        "2,4,9,2,4,9,false",
        "5,4,9,4,4,9,true",
        "2,12,9,2,12,12,true",
        "9,4,2,2,4,9,true",
        "9,10,2,2,10,10,true",
        "0,0,0,0,0,0,false"
    })
    void aRangeThatDoesNotHoldItsBestEstimateIsWidenedAndSaysSo(
            String low, String best, String high, int least, int kept, int greatest, boolean widened) throws Exception {
        Row.Usable row = (Row.Usable) rows(UcdpText.file(UcdpText.row("1", "low", low, "best", best, "high", high)))
                .get(0);
        assertThat(((AttackReport) row.report()).getFatalities()).isEqualTo(new Fatalities(kept, least, greatest));
        assertThat(row.widening().isPresent()).isEqualTo(widened);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id||MISSING",
                "latitude||MISSING",
                "latitude|north|BAD_NUMBER",
                "latitude|91|BAD_NUMBER",
                "latitude|48.85|OUTSIDE_CATALOGUE",
                "longitude|NaN|BAD_NUMBER",
                "best|-1|BAD_NUMBER",
                "best|many|BAD_NUMBER",
                "date_start|03/05/2019|BAD_DATE",
                "date_start|2019-02-30|BAD_DATE",
                "date_start|0019-02-03|BAD_DATE",
                "date_end|2019-05-02|BAD_DATE",
                "date_prec|9|BAD_CODE",
                "where_prec|0|BAD_CODE",
                "type_of_violence|4|BAD_CODE"
            })
    void aBadRowIsNamedByReasonAndColumn(String column, String value, Row.Reason reason) throws Exception {
        Row.Unusable row = unusable(UcdpText.row("1", column, value == null ? "" : value));
        assertThat(row.reason()).isEqualTo(reason);
        assertThat(row.field()).isEqualTo(column);
        assertThat(row.detail()).isNotBlank();
        assertThat(row.number()).isEqualTo(1);
    }

    @Test
    void whatLiesAheadIsNoEvent() throws Exception {
        Row.Unusable row = unusable(UcdpText.row("1", "date_start", "2026-11-25", "date_end", "2026-11-25"));
        assertThat(row.reason()).isEqualTo(Row.Reason.IN_THE_FUTURE);
    }

    @Test
    void aBadRowDoesNotStopTheFileAndKeepsItsText() throws Exception {
        String odd = UcdpText.row("2", "side_b", "\"Ansar Dine, \"\"the others\"\"\"", "best", "x");
        List<Row> rows = rows(UcdpText.file(UcdpText.row("1"), odd, "too,short", UcdpText.row("4")));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).isInstanceOf(Row.Unusable.class);
        assertThat(rows.get(1).line()).isEqualTo(odd);
        assertThat(((Row.Unusable) rows.get(2)).reason()).isEqualTo(Row.Reason.COLUMN_COUNT);
        assertThat(rows.get(3)).isInstanceOf(Row.Usable.class);
        assertThat(rows.get(3).number()).isEqualTo(4);
    }

    @Test
    void aRowThatIsTooLongOrNoUtf8IsABadRow() throws Exception {
        assertThat(unusable(UcdpText.row("1", "adm_1", "x".repeat(20_000))).reason())
                .isEqualTo(Row.Reason.ROW_TOO_LONG);
        byte[] latin =
                UcdpText.file(UcdpText.row("1", "adm_1", "Région de Mopti")).getBytes(StandardCharsets.ISO_8859_1);
        Row.Unusable row = (Row.Unusable) rows(new ByteArrayInputStream(latin)).get(0);
        assertThat(row.reason()).isEqualTo(Row.Reason.NOT_UTF_8);
    }

    @Test
    void columnsAreFoundByTheirNamesWhateverStandsBeside() throws Exception {
        List<String> names = new ArrayList<>(UcdpText.COLUMNS);
        List<String> fields = new ArrayList<>(List.of(UcdpText.row("7").split(",", -1)));
        names.add(0, "\uFEFFreason");
        fields.add(0, "whatever");
        names.remove("relid");
        fields.remove("MLI-1");
        List<Row> rows = rows(String.join(",", names) + "\r\n" + String.join(",", fields) + "\r\n");
        assertThat(((Row.Usable) rows.get(0)).reportId()).isEqualTo(ReportIds.derived("ucdp", "7"));
    }

    @Test
    void aFileOfAnotherKindIsRefusedAtItsFirstLine() {
        assertThatThrownBy(() -> rows("event_id_cnty,event_date\nMLI1,2020-01-01\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("date_start");
        assertThatThrownBy(() -> rows("")).isInstanceOf(UnreadableFile.class).hasMessageContaining("empty");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedEndsTheFileAndQuotesNothing() {
        String open = UcdpText.file(UcdpText.row("1"), "\"secret" + ",x".repeat(1_000_000));
        assertThatThrownBy(() -> rows(open))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("after row 1")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theDenseFileIsUsableToItsLastRow() throws Exception {
        Path data = Path.of(Optional.ofNullable(System.getenv("HARMATTAN_SHARED_DATA"))
                        .orElse("../shared"))
                .resolve("data/ucdp-ged-west-africa-1989-2021.csv");
        Path found = Files.exists(data) ? data : Path.of("..").resolve(data).normalize();
        Assumptions.assumeTrue(
                Files.exists(found), () -> "skipped: " + data + " is not there; set HARMATTAN_SHARED_DATA");
        try (InputStream in = Files.newInputStream(found)) {
            List<Row> rows = rows(in);
            assertThat(rows).hasSize(3_292).allMatch(row -> row instanceof Row.Usable);
            assertThat(rows.stream().filter(row -> ((Row.Usable) row).widening().isPresent()))
                    .hasSize(29);
        }
    }
}
