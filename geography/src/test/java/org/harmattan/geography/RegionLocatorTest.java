package org.harmattan.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

class RegionLocatorTest {

    private final Catalogue catalogue = Catalogue.shipped();
    private final RegionLocator locator = catalogue.locator();

    private Region region(String code) {
        return catalogue.region(new RegionCode(code));
    }

    @Test
    void bandiagaraLiesInMopti() {
        assertThat(locator.locate(new LatLon(14.35, -3.6))).isEqualTo(new Located.Inside(region("ML-5")));
    }

    @Test
    void aPointTwoKilometresOffDakarBelongsToDakar() {
        Located located = locator.locate(new LatLon(14.70, -17.508));
        assertThat(located).isInstanceOfSatisfying(Located.OffShore.class, near -> {
            assertThat(near.nearest()).isEqualTo(region("SN-DK"));
            assertThat(near.distanceKm()).isCloseTo(2.0, within(0.1));
        });
        assertThat(located.region()).contains(region("SN-DK"));
    }

    @Test
    void aPointFourKilometresOffDakarIsOutside() {
        Located located = locator.locate(new LatLon(14.70, -17.533));
        assertThat(located).isInstanceOfSatisfying(Located.Outside.class, far -> {
            assertThat(far.nearest()).isEqualTo(region("SN-DK"));
            assertThat(far.distanceKm()).isCloseTo(4.0, within(0.1));
        });
        assertThat(located.region()).isEmpty();
    }

    @Test
    void parisIsOutsideAndAlgeriaIsNearest() {
        assertThat(locator.locate(new LatLon(48.8566, 2.3522))).isInstanceOfSatisfying(Located.Outside.class, far -> {
            assertThat(far.nearest().country().code()).isEqualTo(new CountryCode("DZ"));
            assertThat(far.distanceKm()).isBetween(1300.0, 1350.0);
        });
    }

    @Test
    void theEndsOfTheGlobeAreOutside() {
        for (LatLon end : List.of(
                new LatLon(90, 0), new LatLon(-90, 180), new LatLon(0, 180), new LatLon(0, -180), new LatLon(45, 90))) {
            assertThat(locator.locate(end)).isInstanceOf(Located.Outside.class);
        }
    }

    /** Vertices lie on borders by definition: each belongs to the first of the regions that meet there. */
    @Test
    void aPointOnABorderLiesInTheRegionWhoseCodeComesFirst() {
        for (Region region : List.of(region("ML-5"), region("GQ-AN"), region("DZ-33"), region("TD-LC"))) {
            for (Coordinate vertex : region.geometry().getCoordinates()) {
                LatLon place = new LatLon(vertex.y, vertex.x);
                assertThat(locator.locate(place).region())
                        .isEqualTo(naive(place))
                        .isPresent();
            }
        }
    }

    @Test
    void theFastLocatorAndTheNaiveOneAgreeEverywhere() {
        long seed = Long.getLong("harmattan.test.seed", 20261125L);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            LatLon place = i % 2 == 0 ? anywhere(random) : nearABorder(random);
            Optional<Region> fast =
                    locator.locate(place) instanceof Located.Inside in ? Optional.of(in.in()) : Optional.empty();
            assertThat(fast).as("seed %d, place %s", seed, place).isEqualTo(naive(place));
        }
    }

    @Test
    void theDistanceToTheShoreIsTheLeastOverAllOfIt() {
        long seed = Long.getLong("harmattan.test.seed", 20261125L);
        Random random = new Random(seed);
        Borders borders = Borders.of(catalogue.regions());
        int checked = 0;
        while (checked < 300) {
            Borders.Edge edge = borders.outerEdges()
                    .get(random.nextInt(borders.outerEdges().size()))
                    .edge();
            LatLon place =
                    new LatLon(edge.ay() + random.nextGaussian() * 0.03, edge.ax() + random.nextGaussian() * 0.03);
            double told;
            Located located = locator.locate(place);
            if (located instanceof Located.OffShore near) {
                told = near.distanceKm();
                assertThat(told).isLessThanOrEqualTo(RegionLocator.OFF_SHORE_KM);
            } else if (located instanceof Located.Outside far) {
                told = far.distanceKm();
                assertThat(told).isGreaterThan(RegionLocator.OFF_SHORE_KM);
            } else {
                continue;
            }
            // Samples lie 50 m apart, so the least of them is at most that much too far and never too near.
            double sampled = leastKmToSamples(place, borders.outerEdges());
            assertThat(told).as("seed %d, place %s", seed, place).isBetween(sampled - 0.05, sampled + 0.001);
            checked++;
        }
    }

    private static double leastKmToSamples(LatLon place, List<Borders.OuterEdge> edges) {
        double least = Double.POSITIVE_INFINITY;
        for (Borders.OuterEdge outer : edges) {
            Borders.Edge edge = outer.edge();
            if (Math.min(edge.ay(), edge.by()) - place.latitude() > 0.2
                    || place.latitude() - Math.max(edge.ay(), edge.by()) > 0.2
                    || Math.min(edge.ax(), edge.bx()) - place.longitude() > 0.2
                    || place.longitude() - Math.max(edge.ax(), edge.bx()) > 0.2) {
                continue;
            }
            int parts = 1 + (int) (Math.hypot(edge.bx() - edge.ax(), edge.by() - edge.ay()) / 0.0005);
            for (int i = 0; i <= parts; i++) {
                double longitude = edge.ax() + (edge.bx() - edge.ax()) * i / parts;
                double latitude = edge.ay() + (edge.by() - edge.ay()) * i / parts;
                if (Math.abs(latitude - place.latitude()) < 0.2 && Math.abs(longitude - place.longitude()) < 0.2) {
                    least = Math.min(
                            least,
                            Geodesic.WGS84.Inverse(place.latitude(), place.longitude(), latitude, longitude).s12
                                    / 1000);
                }
            }
        }
        return least;
    }

    @Test
    void manyThreadsGetTheAnswersThatOneGets() throws Exception {
        Random random = new Random(7);
        List<LatLon> places = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            places.add(i % 2 == 0 ? anywhere(random) : nearABorder(random));
        }
        List<Located> alone = places.stream().map(locator::locate).toList();
        // A locator that nobody has asked yet: whatever it builds late, it builds under contention.
        RegionLocator fresh = new RegionLocator(catalogue.regions(), Borders.of(catalogue.regions()));
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<List<Located>>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<List<Located>> task = () -> {
                    start.await();
                    return places.stream().map(fresh::locate).toList();
                };
                answers.add(pool.submit(task));
            }
            for (Future<List<Located>> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static LatLon anywhere(Random random) {
        return new LatLon(-20 + 62 * random.nextDouble(), -25 + 70 * random.nextDouble());
    }

    private LatLon nearABorder(Random random) {
        Region region =
                catalogue.regions().get(random.nextInt(catalogue.regions().size()));
        Coordinate[] vertices = region.geometry().getCoordinates();
        Coordinate vertex = vertices[random.nextInt(vertices.length)];
        return new LatLon(vertex.y + random.nextGaussian() * 0.03, vertex.x + random.nextGaussian() * 0.03);
    }

    private Optional<Region> naive(LatLon place) {
        Coordinate point = new Coordinate(place.longitude(), place.latitude());
        return catalogue.regions().stream()
                .filter(region -> region.geometry().getEnvelopeInternal().covers(point))
                .filter(region -> SimplePointInAreaLocator.locate(point, region.geometry()) != Location.EXTERIOR)
                .findFirst();
    }
}
