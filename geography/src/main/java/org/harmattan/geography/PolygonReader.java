package org.harmattan.geography;

import com.fasterxml.jackson.databind.JsonNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Turns the coordinates of a GeoJSON Polygon or MultiPolygon into an area, x = longitude, y = latitude. */
final class PolygonReader {

    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    private PolygonReader() {}

    static Geometry read(String type, JsonNode coordinates) throws Unreadable {
        return switch (type) {
            case "Polygon" -> polygon(coordinates, "coordinates");
            case "MultiPolygon" -> {
                Polygon[] polygons = new Polygon[nonEmptyList(coordinates, "coordinates")];
                for (int i = 0; i < polygons.length; i++) {
                    polygons[i] = polygon(coordinates.get(i), "coordinates[" + i + "]");
                }
                yield WGS84.createMultiPolygon(polygons);
            }
            default -> throw new Unreadable("type", "a region cannot be a " + type, "use a Polygon or a MultiPolygon");
        };
    }

    private static Polygon polygon(JsonNode rings, String where) throws Unreadable {
        int count = nonEmptyList(rings, where);
        LinearRing shell = ring(rings.get(0), where + "[0]");
        LinearRing[] holes = new LinearRing[count - 1];
        for (int i = 1; i < count; i++) {
            holes[i - 1] = ring(rings.get(i), where + "[" + i + "]");
        }
        return WGS84.createPolygon(shell, holes);
    }

    private static LinearRing ring(JsonNode positions, String where) throws Unreadable {
        Coordinate[] ring = new Coordinate[nonEmptyList(positions, where)];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = position(positions.get(i), where + "[" + i + "]");
        }
        if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
            throw new Unreadable(
                    where,
                    "the ring is not closed or has fewer than four positions",
                    "end it with the position that it begins with");
        }
        return WGS84.createLinearRing(ring);
    }

    private static Coordinate position(JsonNode position, String where) throws Unreadable {
        if (!position.isArray()
                || position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            throw new Unreadable(where, "this is no position", "write it as [longitude, latitude]");
        }
        try {
            LatLon place =
                    new LatLon(position.get(1).doubleValue(), position.get(0).doubleValue());
            return new Coordinate(place.longitude(), place.latitude());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(where, String.valueOf(e.getMessage()), "write it as [longitude, latitude] in degrees");
        }
    }

    private static int nonEmptyList(JsonNode node, String where) throws Unreadable {
        if (!node.isArray() || node.isEmpty()) {
            throw new Unreadable(where, "this must be a list with entries", "see RFC 7946, section 3.1");
        }
        return node.size();
    }

    /** Where and why the coordinates cannot be read; the caller makes a finding of it. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String where;
        private final String problem;
        private final String fix;

        Unreadable(String where, String problem, String fix) {
            super(where + ": " + problem + "; " + fix);
            this.where = where;
            this.problem = problem;
            this.fix = fix;
        }

        String where() {
            return where;
        }

        String problem() {
            return problem;
        }

        String fix() {
            return fix;
        }
    }
}
