package org.harmattan.geography;

import java.util.List;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Tests that the regions fit together: none overlaps another, and neighbours share the vertices of their border. Without
 * that, a point could lie in two regions and two neighbours could seem to be none.
 */
final class CoverageCheck {

    private CoverageCheck() {}

    static void run(List<Region> regions, String file, Findings findings) {
        Geometry[] areas = regions.stream().map(Region::geometry).toArray(Geometry[]::new);
        Geometry[] misfits = CoverageValidator.validate(areas);
        for (int i = 0; i < misfits.length; i++) {
            if (misfits[i] != null && !misfits[i].isEmpty()) {
                Coordinate where = misfits[i].getCoordinate();
                findings.add(
                        file,
                        "region " + regions.get(i).code(),
                        "it overlaps a neighbour or does not share the vertices of their border, near longitude "
                                + where.getX() + ", latitude " + where.getY(),
                        "make the border of both the same, vertex by vertex");
            }
        }
    }
}
