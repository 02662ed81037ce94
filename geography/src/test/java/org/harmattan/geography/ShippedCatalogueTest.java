package org.harmattan.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {

    private final Catalogue catalogue = Catalogue.shipped();

    private record Pair(RegionCode one, RegionCode other, double borderKm) {}

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Region region : catalogue.regions()) {
            for (Neighbour neighbour : catalogue.neighbours(region.code())) {
                if (region.code().compareTo(neighbour.region()) < 0) {
                    pairs.add(new Pair(region.code(), neighbour.region(), neighbour.borderKm()));
                }
            }
        }
        return pairs;
    }

    private static RegionCode region(String code) {
        return new RegionCode(code);
    }

    @Test
    void holds360RegionsOf26CountriesInCodeOrder() {
        assertThat(catalogue.regions()).hasSize(360).isSortedAccordingTo(Comparator.comparing(Region::code));
        assertThat(catalogue.countries()).hasSize(26).isSortedAccordingTo(Comparator.comparing(Country::code));
        assertThat(catalogue.countries().stream()
                        .flatMap(country -> catalogue.regionsOf(country.code()).stream())
                        .toList())
                .containsExactlyElementsOf(catalogue.regions());
    }

    @Test
    void namesRegionsAndCountriesInEnglishAndFrench() {
        Region upperEast = catalogue.region(region("GH-UE"));
        assertThat(upperEast.name()).isEqualTo("Upper East");
        assertThat(upperEast.nameFr()).isEqualTo("Haut Ghana oriental");
        assertThat(catalogue.country(new CountryCode("TD")))
                .contains(new Country(new CountryCode("TD"), "TCD", "Chad", "Tchad"));
    }

    @Test
    void has926PairsOfNeighbours264OfThemAcrossANationalBorder() {
        assertThat(pairs()).hasSize(926);
        assertThat(pairs().stream()
                        .filter(pair ->
                                !pair.one().country().equals(pair.other().country())))
                .hasSize(264);
    }

    @Test
    void beingNeighboursIsMutualAndTheBorderIsEquallyLongFromBothSides() {
        for (Region region : catalogue.regions()) {
            assertThat(catalogue.neighbours(region.code()))
                    .isSortedAccordingTo(Comparator.comparing(Neighbour::region));
            for (Neighbour neighbour : catalogue.neighbours(region.code())) {
                assertThat(neighbour.region()).isNotEqualTo(region.code());
                assertThat(neighbour.borderKm()).isPositive();
                assertThat(catalogue.neighbours(neighbour.region()))
                        .contains(new Neighbour(region.code(), neighbour.borderKm()));
            }
        }
    }

    @Test
    void allRegionsHangTogetherOverLandButThreeOfEquatorialGuinea() {
        assertThat(reachableFrom(region("ML-5"))).hasSize(357);
        assertThat(reachableFrom(region("GQ-BN"))).containsExactly(region("GQ-BN"), region("GQ-BS"));
        assertThat(catalogue.neighbours(region("GQ-AN"))).isEmpty();
    }

    private Set<RegionCode> reachableFrom(RegionCode start) {
        Set<RegionCode> reached = new TreeSet<>(Set.of(start));
        Deque<RegionCode> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Neighbour neighbour : catalogue.neighbours(open.remove())) {
                if (reached.add(neighbour.region())) {
                    open.add(neighbour.region());
                }
            }
        }
        return reached;
    }

    @Test
    void moptiHasFiveNeighboursTwoOfThemOfItsOwnCountry() {
        assertThat(catalogue.neighbours(region("ML-5")))
                .extracting(neighbour -> neighbour.region().value())
                .containsExactly("BF-01", "BF-10", "BF-12", "ML-4", "ML-6");
    }

    /** The World Factbook gives 1,325 km and 838 km; boundaries of 1:10 million cut corners. */
    @Test
    void nationalBordersAreAboutAsLongAsGeographersSay() {
        assertThat(kmBetween("ML", "BF")).isCloseTo(1325, within(0.1 * 1325));
        assertThat(kmBetween("ML", "NE")).isCloseTo(838, within(0.1 * 838));
    }

    private double kmBetween(String one, String other) {
        Set<String> both = Set.of(one, other);
        return pairs().stream()
                .filter(pair -> !pair.one().country().equals(pair.other().country())
                        && both.contains(pair.one().country().value())
                        && both.contains(pair.other().country().value()))
                .mapToDouble(Pair::borderKm)
                .sum();
    }

    /** Written down once, so that a Java release or machine that computes another length or digest is found. */
    @Test
    void everyBorderLengthAndTheDigestAreTheSameOnEveryMachine() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (Pair pair : pairs()) {
            lines.append(pair.one()).append(' ').append(pair.other()).append(' ');
            lines.append(Math.round(1000 * pair.borderKm())).append('\n');
        }
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("4184476e5d198eb224010c76fd2c8ddb962ede6094f645ec166cee7ef90ab320");
        assertThat(catalogue.digest()).isEqualTo("f6b75c25112f20da8c43230b650c5cb5f686e83c941f168e9302614079e258fd");
    }

    @Test
    void theRegionsFitTogetherWithoutOverlap() {
        Findings findings = new Findings();
        CoverageCheck.run(catalogue.regions(), "shipped", findings);
        assertThat(findings.any()).isFalse();
    }

    @Test
    void everyLabelStandsInItsRegion() {
        for (Region region : catalogue.regions()) {
            assertThat(catalogue.locator().locate(region.labelPoint())).isEqualTo(new Located.Inside(region));
        }
    }

    @Test
    void maliBordersSevenCountries() {
        assertThat(catalogue.countriesBordering(new CountryCode("ML")))
                .extracting(CountryCode::value)
                .containsExactly("BF", "CI", "DZ", "GN", "MR", "NE", "SN");
        assertThat(catalogue.countriesBordering(new CountryCode("FR"))).isEmpty();
    }

    @Test
    void oneTheatreOwnsEverythingAndSeesNothingElse() {
        Theatre theatre = catalogue.theatreOf(region("NG-BO"));
        assertThat(catalogue.theatres()).containsExactly(theatre);
        assertThat(theatre.name()).isEqualTo("west-central-africa");
        assertThat(theatre.partition()).isZero();
        assertThat(theatre.regions()).isEqualTo(catalogue.regions());
        assertThat(theatre.sees()).isEmpty();
        assertThat(catalogue.theatresSeeing(region("NG-BO"))).containsExactly(theatre);
        assertThat(catalogue.theatreNamed("west-central-africa")).contains(theatre);
        assertThat(catalogue.partitions()).isEqualTo(1);
    }

    @Test
    void tellsWhichCodesAreOlderThanToday() {
        assertThat(catalogue.legacyCodes()).hasSize(9);
        assertThat(catalogue.legacyCodes().get(region("GH-BA"))).contains("GH-BO");
    }

    @Test
    void anUnknownRegionIsNamedInTheError() {
        assertThat(catalogue.find(region("FR-IDF"))).isEmpty();
        assertThatThrownBy(() -> catalogue.region(region("FR-IDF")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("catalogue west-central-africa has no region FR-IDF");
    }

    @Test
    void givesTheBoundaryFileToAMapAndCannotBeChangedByIt() {
        byte[] file = catalogue.geoJson();
        assertThat(new String(file, StandardCharsets.UTF_8)).startsWith("{\"type\":\"FeatureCollection\"");
        file[0] = 0;
        assertThat(catalogue.geoJson()[0]).isEqualTo((byte) '{');
    }
}
