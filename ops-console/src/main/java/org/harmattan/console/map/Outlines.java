package org.harmattan.console.map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.context.annotation.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Region;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;

/**
 * The catalogue's outlines for drawing: GeoJSON in which every shared border is shared still after simplification, with
 * the borders of countries and a place for each country's name as members beside it.
 */
@Context
final class Outlines {

    /**
     * Square root of the area of the smallest triangle that is kept, degrees: about 5 km, a pixel of the whole map on a
     * wide screen.
     */
    private static final double TOLERANCE_DEGREES = 0.045;

    private final byte[] json;
    private final byte[] gzip;
    private final String tag;

    Outlines(Catalogue catalogue) {
        List<Region> regions = catalogue.regions();
        Geometry[] exact = regions.stream().map(Region::geometry).toArray(Geometry[]::new);
        Geometry[] simple = CoverageSimplifier.simplify(exact, TOLERANCE_DEGREES);
        CountryBorders borders = CountryBorders.of(regions, simple);
        json = write(catalogue, simple, borders.lines());
        gzip = compressed(json);
        tag = '"' + digest(json).substring(0, 20) + '"';
    }

    /** GeoJSON in UTF-8; not to be changed. */
    byte[] json() {
        return json;
    }

    /** The same, gzip. */
    byte[] gzip() {
        return gzip;
    }

    /** A strong entity tag, quotes included: another for other outlines. */
    String tag() {
        return tag;
    }

    private static byte[] write(Catalogue catalogue, Geometry[] shapes, MultiLineString borders) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 19);
        try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
            GeoJsonWriter geo = new GeoJsonWriter(out);
            out.writeStartObject();
            out.writeStringField("type", "FeatureCollection");
            out.writeStringField("catalogue", catalogue.name());
            out.writeStringField("catalogueDigest", catalogue.digest());
            out.writeArrayFieldStart("features");
            for (int i = 0; i < shapes.length; i++) {
                geo.region(catalogue.regions().get(i), shapes[i]);
            }
            out.writeEndArray();
            out.writeFieldName("countryBorders");
            geo.lines(borders);
            out.writeArrayFieldStart("countries");
            for (CountryLabel label : CountryLabel.of(catalogue, shapes)) {
                geo.country(label);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
