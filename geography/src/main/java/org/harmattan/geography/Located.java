package org.harmattan.geography;

import java.util.Optional;

/** Where a point lies. Distances are on the WGS84 ellipsoid in kilometres, above 0, rounded to the metre. */
public sealed interface Located {

    /** The region that a report of this place belongs to; empty when it lies outside the catalogue. */
    Optional<Region> region();

    /**
     * The point lies in the region or on its border. On a shared border it lies in the region whose code comes first.
     *
     * @param in the region
     */
    record Inside(Region in) implements Located {
        @Override
        public Optional<Region> region() {
            return Optional.of(in);
        }
    }

    /**
     * The point lies in no region and at most {@link RegionLocator#OFF_SHORE_KM} from the nearest: on a small island, off
     * a shore, or just across the outer border of the catalogue.
     *
     * @param nearest the nearest region; of several equally near, the one whose code comes first
     * @param distanceKm how far it is from the region
     */
    record OffShore(Region nearest, double distanceKm) implements Located {
        @Override
        public Optional<Region> region() {
            return Optional.of(nearest);
        }
    }

    /**
     * The point lies farther than {@link RegionLocator#OFF_SHORE_KM} from every region.
     *
     * @param nearest the nearest region; of several equally near, the one whose code comes first
     * @param distanceKm how far it is from the region
     */
    record Outside(Region nearest, double distanceKm) implements Located {
        @Override
        public Optional<Region> region() {
            return Optional.empty();
        }
    }
}
