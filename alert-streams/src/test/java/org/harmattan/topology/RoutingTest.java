package org.harmattan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.geography.Catalogue;
import org.harmattan.ledger.SampleReports;
import org.harmattan.schemas.report.ContextFactor;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.InterventionStrategy;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.report.ReportStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which theatres hear of a report, where there is more than one. */
class RoutingTest {

    @TempDir
    static Path folder;

    private static Catalogue catalogue;
    private static Routing routing;

    @BeforeAll
    static void load() {
        catalogue = TestCatalogues.twoTheatres(folder);
        routing = new Routing(catalogue, false);
    }

    @Test
    void a_report_goes_to_who_owns_its_region_and_to_who_sees_it_and_the_owner_answers() {
        Routing.Route inMali = routing.route(attack("one", 1, "ML-5"), Optional.empty());
        assertThat(inMali.theatres()).containsExactly("mali", "others");
        assertThat(inMali.answering()).isEqualTo("mali");
        Routing.Route inGhana = routing.route(attack("two", 1, "GH-AA"), Optional.empty());
        assertThat(inGhana.theatres()).containsExactly("others");
        assertThat(inGhana.answering()).isEqualTo("others");
        Routing.Route inBurkina = routing.route(attack("three", 1, "BF-01"), Optional.empty());
        assertThat(inBurkina.theatres()).containsExactly("mali", "others");
        assertThat(inBurkina.answering()).isEqualTo("others");
    }

    @Test
    void a_move_also_reaches_the_theatre_it_leaves_and_the_new_owner_answers() {
        RoutedReport known = routing.route(attack("one", 1, "ML-5"), Optional.empty())
                .remember()
                .orElseThrow();
        Routing.Route moved = routing.route(attack("one", 2, "GH-AA"), Optional.of(known));
        assertThat(moved.theatres()).containsExactly("mali", "others");
        assertThat(moved.answering()).isEqualTo("others");
        assertThat(moved.remember())
                .hasValueSatisfying(next -> assertThat(next.revision()).isEqualTo(2));
    }

    @Test
    void a_retraction_reaches_everybody_who_knew_the_report() {
        RoutedReport known = routing.route(attack("one", 1, "GH-AA"), Optional.empty())
                .remember()
                .orElseThrow();
        Routing.Route retracted =
                routing.route(SampleReports.retracted(attack("one", 1, "GH-AA"), 2), Optional.of(known));
        assertThat(retracted.theatres()).containsExactly("others");
        assertThat(retracted.answering()).isEqualTo("others");
    }

    @Test
    void the_retraction_of_an_unknown_id_goes_to_all_and_the_first_answers() {
        Routing.Route route = routing.route(SampleReports.retracted(attack("one", 1, "ML-5"), 1), Optional.empty());
        assertThat(route.theatres()).containsExactly("mali", "others");
        assertThat(route.answering()).isEqualTo("others");
        assertThat(route.remember()).isPresent();
    }

    @Test
    void a_lower_revision_goes_only_to_who_knows_the_id() {
        RoutedReport known = routing.route(attack("one", 5, "GH-AA"), Optional.empty())
                .remember()
                .orElseThrow();
        Routing.Route stale = routing.route(attack("one", 4, "ML-5"), Optional.of(known));
        assertThat(stale.theatres()).containsExactly("others");
        assertThat(stale.remember()).isEmpty();
    }

    @Test
    void what_is_refused_by_who_knows_it_looks_new_to_nobody_else() {
        RoutedReport known = routing.route(attack("one", 1, "GH-AA"), Optional.empty())
                .remember()
                .orElseThrow();
        Routing.Route foreign =
                routing.route(SampleReports.attack(envelope("one", 2, "ML-5").setSource("other")), Optional.of(known));
        assertThat(foreign.theatres()).containsExactly("others");
        assertThat(foreign.remember()).isEmpty();
        Routing.Route otherKind = routing.route(SampleReports.movement(envelope("one", 2, "ML-5")), Optional.of(known));
        assertThat(otherKind.theatres()).containsExactly("others");
        assertThat(otherKind.firstKind()).isEqualTo(ReportKind.ATTACK);
        assertThat(otherKind.remember()).isEmpty();
    }

    @Test
    void a_report_of_a_drill_leaves_no_trace_in_the_live_lane_but_in_an_exercise() {
        SpecificRecord drill = SampleReports.attack(envelope("one", 1, "ML-5").setStatus(ReportStatus.EXERCISE));
        assertThat(routing.route(drill, Optional.empty()).remember()).isEmpty();
        assertThat(new Routing(catalogue, true).route(drill, Optional.empty()).remember())
                .isPresent();
    }

    @Test
    void a_report_of_a_place_that_nobody_knows_is_refused_by_one_theatre() {
        Routing.Route route = routing.route(attack("one", 1, "FR-IDF"), Optional.empty());
        assertThat(route.theatres()).hasSize(1);
        assertThat(route.remember()).isEmpty();
    }

    @Test
    void a_report_over_several_regions_is_answered_by_the_owner_of_its_first() {
        InterventionReport intervention = InterventionReport.newBuilder()
                .setEnvelope(envelope("help", 1, "ML-5").setLocation(null).build())
                .setStrategy(InterventionStrategy.HUMANITARIAN_AID)
                .setRegions(List.of("GH-AA", "ML-5"))
                .build();
        Routing.Route route = routing.route(intervention, Optional.empty());
        assertThat(route.theatres()).containsExactly("mali", "others");
        assertThat(route.answering()).isEqualTo("others");
    }

    @Test
    void a_report_of_a_whole_country_goes_to_who_hears_of_it() {
        ContextReport context = ContextReport.newBuilder()
                .setEnvelope(envelope("mood", 1, "ML-5").setLocation(null).build())
                .setFactor(ContextFactor.LOCAL_SENTIMENT)
                .setDirection(-1)
                .setCountry("GH")
                .build();
        assertThat(routing.route(context, Optional.empty()).theatres()).containsExactly("others");
    }

    private static SpecificRecord attack(String name, long revision, String region) {
        return SampleReports.attack(envelope(name, revision, region));
    }

    private static ReportEnvelope.Builder envelope(String name, long revision, String region) {
        return SampleReports.envelope(name).setRevision(revision).setLocation(SampleReports.location(region));
    }
}
