package org.harmattan.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.harmattan.geography.SharedData.Event;
import org.junit.jupiter.api.Test;

/** The catalogue against 3,292 real events of UCDP GED 24.1 in eight countries. */
class DenseFileTest {

    private final Catalogue catalogue = Catalogue.shipped();

    @Test
    void everyEventHasARegionAndAllButSixteenLieInIt() throws IOException {
        List<Event> events = SharedData.events();
        int inside = 0;
        int offShore = 0;
        for (Event event : events) {
            Located located = catalogue.locator().locate(event.place());
            if (located instanceof Located.Inside) {
                inside++;
            } else if (located instanceof Located.OffShore near) {
                assertThat(near.distanceKm()).isLessThan(1);
                offShore++;
            }
        }
        assertThat(events).hasSize(3292);
        assertThat(inside).isEqualTo(3276);
        assertThat(offShore).isEqualTo(16);
    }

    @Test
    void everyNameThatUcdpWritesIsKnown() throws IOException {
        for (Event event : SharedData.events()) {
            Optional<Country> country = catalogue.countryNamed(event.country());
            assertThat(country).as(event.country()).isPresent();
            if (!event.adm1().isEmpty()) {
                assertThat(catalogue.regionNamed(country.orElseThrow().code(), event.adm1()))
                        .as(event.country() + ", " + event.adm1())
                        .isPresent();
            }
        }
    }

    /** Where the points of the events lie that UCDP gives one name in one country. */
    private SortedMap<String, Map<Region, Integer>> regionsByName(List<Event> events) {
        SortedMap<String, Map<Region, Integer>> regions = new TreeMap<>();
        for (Event event : events) {
            if (!event.adm1().isEmpty()) {
                Region region =
                        catalogue.locator().locate(event.place()).region().orElseThrow();
                regions.computeIfAbsent(event.country() + "/" + event.adm1(), name -> new HashMap<>())
                        .merge(region, 1, Integer::sum);
            }
        }
        return regions;
    }

    private Region named(String countryAndName) {
        int slash = countryAndName.indexOf('/');
        CountryCode country = catalogue
                .countryNamed(countryAndName.substring(0, slash))
                .orElseThrow()
                .code();
        return catalogue
                .regionNamed(country, countryAndName.substring(slash + 1))
                .orElseThrow();
    }

    /** The rest lies across a border that the point or the coder drew a little differently, or in a unit split since. */
    @Test
    void ofAllEventsWithTheSameName983InAThousandLieInTheSameRegion() throws IOException {
        int events = 0;
        int together = 0;
        for (Map<Region, Integer> regions : regionsByName(SharedData.events()).values()) {
            events += regions.values().stream().mapToInt(Integer::intValue).sum();
            together += Collections.max(regions.values());
        }
        assertThat(events).isEqualTo(3123);
        assertThat(together).isEqualTo(3069);
    }

    /**
     * Most events of "Kolda region" lie in Sédhiou, which was part of Kolda until 2008; the other two are single events
     * beside a border.
     */
    @Test
    void aNameMeansTheRegionWhereMostOfItsEventsLieWithThreeExceptions() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        int agreed = 0;
        for (Map.Entry<String, Map<Region, Integer>> entry :
                regionsByName(SharedData.events()).entrySet()) {
            int there = entry.getValue().getOrDefault(named(entry.getKey()), 0);
            agreed += there;
            if (there < Collections.max(entry.getValue().values())) {
                elsewhere.add(entry.getKey());
            }
        }
        assertThat(elsewhere)
                .containsExactly("Guinea-Bissau/Biombo region", "Ivory Coast/Comoé district", "Senegal/Kolda region");
        assertThat(agreed).isEqualTo(3051);
    }
}
