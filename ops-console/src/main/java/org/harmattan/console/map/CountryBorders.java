package org.harmattan.console.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.geography.CountryCode;
import org.harmattan.geography.Region;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * Where a country ends: edges that two countries share, and those that no other region has (coasts and the catalogue's
 * edge).
 */
record CountryBorders(MultiLineString lines) {

    /** An edge without direction. */
    private record Edge(Coordinate from, Coordinate to) {

        static Edge of(Coordinate one, Coordinate other) {
            return one.compareTo(other) <= 0 ? new Edge(one, other) : new Edge(other, one);
        }
    }

    /** Which country has an edge, and whether a second region of the same country has it too. */
    private record Sides(CountryCode country, boolean inner) {

        Sides with(CountryCode other) {
            return new Sides(country, country.equals(other));
        }
    }

    static CountryBorders of(List<Region> regions, Geometry[] shapes) {
        Map<Edge, Sides> edges = new HashMap<>();
        for (int i = 0; i < shapes.length; i++) {
            CountryCode country = regions.get(i).code().country();
            for (LineString ring : rings(shapes[i])) {
                Coordinate[] points = ring.getCoordinates();
                for (int p = 1; p < points.length; p++) {
                    edges.merge(
                            Edge.of(points[p - 1], points[p]),
                            new Sides(country, false),
                            (there, added) -> there.with(added.country()));
                }
            }
        }
        GeometryFactory factory = new GeometryFactory();
        LineMerger merger = new LineMerger();
        edges.forEach((edge, sides) -> {
            if (!sides.inner()) {
                merger.add(factory.createLineString(new Coordinate[] {edge.from(), edge.to()}));
            }
        });
        Collection<?> merged = merger.getMergedLineStrings();
        List<LineString> lines = new ArrayList<>();
        merged.forEach(line -> lines.add((LineString) line));
        // the map of edges has no order of its own, and the outlines' tag must be the same at each start
        lines.sort(LineString::compareTo);
        return new CountryBorders(factory.createMultiLineString(lines.toArray(LineString[]::new)));
    }

    private static List<LineString> rings(Geometry shape) {
        List<LineString> rings = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shape.getGeometryN(i);
            rings.add(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(polygon.getInteriorRingN(hole));
            }
        }
        return rings;
    }
}
