package org.harmattan.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Serde;
import org.harmattan.ledger.KnownReport;
import org.harmattan.ledger.Position;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportKind;
import org.junit.jupiter.api.Test;

/** The forms lie in changelogs for ever: their bytes are fixed here. */
class StoredFormsTest {

    @Test
    void a_routed_report_comes_back_from_its_fixed_bytes() {
        RoutedReport report = new RoutedReport(ReportKind.ATTACK, "local", 3, List.of("a", "b"), "b");
        check(
                StoredForms.routedReports(),
                report,
                "01000641545441434b00056c6f63616c00000000000000030002000161000162000162");
    }

    @Test
    void a_known_report_comes_back_from_its_fixed_bytes() {
        KnownReport report =
                new KnownReport(ReportKind.MOVEMENT, "s", 7, ReportAction.RETRACT, "d1", 9, OptionalLong.of(20_000));
        check(
                StoredForms.knownReports(),
                report,
                "0100084d4f56454d454e540001730000000000000007000752455452414354000264310000000000000009010000000000004e20");
        KnownReport nowhereOpen =
                new KnownReport(ReportKind.MOVEMENT, "s", 7, ReportAction.REPORT, "d1", 9, OptionalLong.empty());
        assertThat(roundTrip(StoredForms.knownReports(), nowhereOpen)).isEqualTo(nowhereOpen);
    }

    @Test
    void a_position_comes_back_from_its_fixed_bytes() {
        Position position = new Position(5, 4, Instant.ofEpochMilli(1_000), Instant.ofEpochMilli(900), 2, 1, "cd");
        check(
                StoredForms.positions(),
                position,
                "010000000000000005000000000000000400000000000003e80000000000000384000000000000000200000001"
                        + "00026364");
    }

    @Test
    void a_form_of_a_later_version_is_refused() {
        assertThatThrownBy(() -> StoredForms.positions().deserializer().deserialize("positions", new byte[] {2}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 2");
    }

    private static <V> void check(Serde<V> serde, V value, String hex) {
        assertThat(HexFormat.of().formatHex(serde.serializer().serialize("store", value)))
                .isEqualTo(hex);
        assertThat(roundTrip(serde, value)).isEqualTo(value);
    }

    private static <V> V roundTrip(Serde<V> serde, V value) {
        return serde.deserializer().deserialize("store", serde.serializer().serialize("store", value));
    }
}
