package org.harmattan.geography;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.harmattan.geography.SharedData.Event;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Prints how long a lookup takes, beside the plain way (a tree of prepared geometries), for the points of the dense file
 * and for random points, and how long the shipped catalogue takes to load in a fresh process. Run its main; it asserts
 * nothing, since times depend on the machine.
 */
public final class LocatorBenchmark {

    private static final int ROUNDS = 15;

    private interface Lookup {
        Object find(LatLon place);
    }

    private LocatorBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Catalogue catalogue = Catalogue.shipped();
        long loaded = System.nanoTime();
        RegionLocator locator = catalogue.locator();
        long built = System.nanoTime();
        System.out.printf("load %d ms, locator %d ms%n", (loaded - start) / 1_000_000, (built - loaded) / 1_000_000);

        Lookup plain = plain(catalogue);
        Random random = new Random(1);
        List<LatLon> anywhere = Stream.generate(
                        () -> new LatLon(-13 + 50 * random.nextDouble(), -17 + 55 * random.nextDouble()))
                .limit(5000)
                .toList();
        if (SharedData.denseFile().isPresent()) {
            List<LatLon> events = SharedData.events().stream().map(Event::place).toList();
            print("dense file, grid", locator::locate, events);
            print("dense file, tree of prepared geometries", plain, events);
        }
        print("random points, grid", locator::locate, anywhere);
        print("random points, tree of prepared geometries", plain, anywhere);
    }

    private static Lookup plain(Catalogue catalogue) {
        STRtree tree = new STRtree();
        for (Region region : catalogue.regions()) {
            tree.insert(region.geometry().getEnvelopeInternal(), PreparedGeometryFactory.prepare(region.geometry()));
        }
        tree.build();
        GeometryFactory factory = new GeometryFactory();
        return place -> {
            Point point = factory.createPoint(new Coordinate(place.longitude(), place.latitude()));
            for (Object candidate : tree.query(point.getEnvelopeInternal())) {
                if (((PreparedGeometry) candidate).covers(point)) {
                    return candidate;
                }
            }
            return "none";
        };
    }

    private static void print(String what, Lookup lookup, List<LatLon> places) {
        double[] nanos = new double[ROUNDS];
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int repeat = 0; repeat < 20; repeat++) {
                for (LatLon place : places) {
                    found += System.identityHashCode(lookup.find(place)) & 1;
                }
            }
            nanos[round] = (System.nanoTime() - start) / (20.0 * places.size());
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %.0f ns, fastest round %.0f ns, slowest %.0f ns a lookup (%d)%n",
                what, nanos[ROUNDS / 2], nanos[0], nanos[ROUNDS - 1], found);
    }
}
