package org.harmattan.geography;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.harmattan.geography.CatalogueReader.TheatreEntry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The digest of what a catalogue says, not of how its files are written: line ends, indentation, the order of features and
 * properties that nobody reads make no difference. Every text is preceded by its length and every list by its size, so two
 * different catalogues never give the same bytes.
 */
final class CatalogueDigest {

    private final MessageDigest sha256;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    private CatalogueDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /** 64 hexadecimal digits. */
    static String of(
            String name,
            List<Region> regions,
            SortedMap<RegionCode, String> legacyCodes,
            Aliases aliases,
            List<TheatreEntry> theatres) {
        CatalogueDigest digest = new CatalogueDigest();
        digest.text(CatalogueReader.FORMAT);
        digest.text(name);
        digest.number(regions.size());
        regions.forEach(digest::region);
        digest.number(legacyCodes.size());
        legacyCodes.forEach((code, note) -> digest.texts(code.value(), note));
        digest.aliases(aliases);
        digest.number(theatres.size());
        theatres.forEach(digest::theatre);
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    private void region(Region region) {
        Country country = region.country();
        texts(region.code().value(), region.name(), region.nameFr());
        texts(country.code().value(), country.iso3(), country.name(), country.nameFr());
        Geometry area = region.geometry();
        number(area.getNumGeometries());
        for (int part = 0; part < area.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) area.getGeometryN(part);
            number(polygon.getNumInteriorRing());
            ring(polygon.getExteriorRing().getCoordinates());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                ring(polygon.getInteriorRingN(hole).getCoordinates());
            }
        }
    }

    private void ring(Coordinate[] ring) {
        number(ring.length);
        for (Coordinate position : ring) {
            // The bits, not the decimal text: how Java writes a double has changed between releases.
            number(Double.doubleToLongBits(position.x));
            number(Double.doubleToLongBits(position.y));
        }
    }

    private void aliases(Aliases aliases) {
        number(aliases.countries().size());
        aliases.countries().forEach(alias -> texts(alias.name(), alias.country().value(), alias.because()));
        number(aliases.codes().size());
        aliases.codes()
                .forEach(alias -> texts(alias.code().value(), alias.region().value(), alias.because()));
        number(aliases.regions().size());
        aliases.regions().forEach(alias -> texts(alias.name(), alias.region().value(), alias.because()));
    }

    private void theatre(TheatreEntry theatre) {
        text(theatre.name());
        number(theatre.partition());
        number(theatre.owns().size());
        theatre.owns().forEach(country -> text(country.value()));
    }

    private void texts(String... values) {
        for (String value : values) {
            text(value);
        }
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        sha256.update(bytes);
    }

    private void number(long value) {
        sha256.update(number.clear().putLong(value).flip());
    }
}
