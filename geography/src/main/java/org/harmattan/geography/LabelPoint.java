package org.harmattan.geography;

import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Chooses where on an area its name may stand: the middle of its largest part, or failing that any inner point. */
final class LabelPoint {

    private LabelPoint() {}

    static LatLon of(Geometry area) {
        Geometry largest = area.getGeometryN(0);
        for (int i = 1; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i).getArea() > largest.getArea()) {
                largest = area.getGeometryN(i);
            }
        }
        Coordinate middle = largest.getCentroid().getCoordinate();
        if (SimplePointInAreaLocator.locate(middle, largest) != Location.INTERIOR) {
            middle = largest.getInteriorPoint().getCoordinate();
        }
        return new LatLon(middle.y, middle.x);
    }
}
