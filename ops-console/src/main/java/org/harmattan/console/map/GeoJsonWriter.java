package org.harmattan.console.map;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.harmattan.geography.Region;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;

/** Writes geometries with three decimals, some hundred metres: finer than the outlines are. */
final class GeoJsonWriter {

    private static final double SCALE = 1e3;

    private final JsonGenerator out;

    GeoJsonWriter(JsonGenerator out) {
        this.out = out;
    }

    void region(Region region, Geometry shape) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", region.code().value());
        out.writeObjectFieldStart("properties");
        out.writeStringField("code", region.code().value());
        out.writeStringField("name", region.name());
        out.writeStringField("nameFr", region.nameFr());
        out.writeStringField("country", region.country().code().value());
        out.writeEndObject();
        out.writeObjectFieldStart("geometry");
        out.writeStringField("type", "MultiPolygon");
        out.writeArrayFieldStart("coordinates");
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            polygon((Polygon) shape.getGeometryN(i));
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    void lines(MultiLineString lines) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "MultiLineString");
        out.writeArrayFieldStart("coordinates");
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            line((LineString) lines.getGeometryN(i));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    void country(CountryLabel label) throws IOException {
        out.writeStartObject();
        out.writeStringField("code", label.country().code().value());
        out.writeStringField("name", label.country().name());
        out.writeStringField("nameFr", label.country().nameFr());
        out.writeFieldName("at");
        position(label.at());
        out.writeEndObject();
    }

    private void polygon(Polygon polygon) throws IOException {
        out.writeStartArray();
        line(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            line(polygon.getInteriorRingN(i));
        }
        out.writeEndArray();
    }

    private void line(LineString line) throws IOException {
        out.writeStartArray();
        for (Coordinate coordinate : line.getCoordinates()) {
            position(coordinate);
        }
        out.writeEndArray();
    }

    private void position(Coordinate coordinate) throws IOException {
        out.writeStartArray();
        out.writeNumber(Math.round(coordinate.x * SCALE) / SCALE);
        out.writeNumber(Math.round(coordinate.y * SCALE) / SCALE);
        out.writeEndArray();
    }
}
