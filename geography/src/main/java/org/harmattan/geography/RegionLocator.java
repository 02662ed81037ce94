package org.harmattan.geography;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * Finds the region of a point. A uniform grid answers for every cell that lies wholly in one region; in a cell with a
 * border the point is tested exactly, against the regions that meet there only. Safe for use by many threads.
 */
public final class RegionLocator {

    /** A point in no region and at most this far from the nearest belongs to it, in kilometres. */
    public static final double OFF_SHORE_KM = 3;

    private static final long OFF_SHORE_METRES = 3000;

    private final List<Region> regions;
    private final List<IndexedPointInAreaLocator> areas;
    private final List<Located.Inside> inside;
    private final RegionGrid grid;
    private final Shoreline shoreline;

    /** @param regions in code order */
    RegionLocator(List<Region> regions, Borders borders) {
        this.regions = regions;
        areas = new ArrayList<>(regions.size());
        inside = new ArrayList<>(regions.size());
        for (Region region : regions) {
            areas.add(new IndexedPointInAreaLocator(region.geometry()));
            inside.add(new Located.Inside(region));
        }
        grid = new RegionGrid(regions, this::firstThatHolds);
        shoreline = new Shoreline(borders.outerEdges());
    }

    /** Where the place lies: in a region, off its shore, or outside the catalogue. */
    public Located locate(LatLon place) {
        int answer = grid.at(place.longitude(), place.latitude());
        if (answer >= 0) {
            return inside.get(answer);
        }
        if (RegionGrid.hasEdges(answer)) {
            Coordinate point = new Coordinate(place.longitude(), place.latitude());
            for (int candidate : grid.candidates(answer)) {
                if (holds(candidate, point)) {
                    return inside.get(candidate);
                }
            }
        }
        Shoreline.Nearest nearest = shoreline.nearest(place);
        Region region = regions.get(nearest.region());
        double distanceKm = nearest.metres() / 1000.0;
        return nearest.metres() <= OFF_SHORE_METRES
                ? new Located.OffShore(region, distanceKm)
                : new Located.Outside(region, distanceKm);
    }

    private int firstThatHolds(Coordinate point) {
        for (int region = 0; region < regions.size(); region++) {
            if (regions.get(region).geometry().getEnvelopeInternal().covers(point) && holds(region, point)) {
                return region;
            }
        }
        return RegionGrid.NO_REGION;
    }

    private boolean holds(int region, Coordinate point) {
        return areas.get(region).locate(point) != Location.EXTERIOR;
    }
}
