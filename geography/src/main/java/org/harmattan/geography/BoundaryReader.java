package org.harmattan.geography;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads the regions from a GeoJSON file (RFC 7946): a FeatureCollection whose features have the properties {@code code,
 * name, nameFr, country, countryName, countryNameFr, countryIso3}. Properties of other names are allowed and ignored:
 * files of boundaries carry many, and a misspelt one shows as a missing one.
 */
final class BoundaryReader {

    private final SortedMap<RegionCode, Region> regions = new TreeMap<>();
    private final SortedMap<CountryCode, Country> countries = new TreeMap<>();
    private final SortedMap<RegionCode, String> legacyCodes = new TreeMap<>();

    private BoundaryReader() {}

    /**
     * What the file holds.
     *
     * @param regions in code order
     * @param countries in code order
     * @param legacyCodes codes whose unit ISO has withdrawn or made smaller since, with what became of them
     */
    record Boundaries(List<Region> regions, List<Country> countries, SortedMap<RegionCode, String> legacyCodes) {}

    static Boundaries read(byte[] bytes, String file, Findings findings) {
        BoundaryReader reader = new BoundaryReader();
        StrictObject.parse(bytes, file, findings).ifPresent(reader::readCollection);
        return new Boundaries(
                List.copyOf(reader.regions.values()), List.copyOf(reader.countries.values()), reader.legacyCodes);
    }

    private void readCollection(StrictObject root) {
        if (!root.text("type").equals(Optional.of("FeatureCollection"))) {
            root.problem("type", "this is not a GeoJSON FeatureCollection", "set it to \"FeatureCollection\"");
            return;
        }
        root.objects("features").forEach(this::readFeature);
        if (root.has("legacyCodes")) {
            root.object("legacyCodes").ifPresent(this::readLegacyCodes);
        }
    }

    private void readFeature(StrictObject feature) {
        Optional<StrictObject> properties = feature.object("properties");
        Optional<Geometry> geometry = readGeometry(feature);
        if (properties.isEmpty()) {
            return;
        }
        StrictObject given = properties.get();
        Optional<RegionCode> code = given.region("code");
        Optional<String> name = given.text("name");
        Optional<String> nameFr = given.text("nameFr");
        Optional<Country> country = readCountry(given);
        if (code.isEmpty() || name.isEmpty() || nameFr.isEmpty() || country.isEmpty() || geometry.isEmpty()) {
            return;
        }
        RegionCode region = code.get();
        if (!region.country().equals(country.get().code())) {
            given.problem(
                    "country",
                    "region " + region + " cannot belong to " + country.get().code(),
                    "set it to " + region.country());
            return;
        }
        Region made = new Region(
                region, name.get(), nameFr.get(), country.get(), geometry.get(), LabelPoint.of(geometry.get()));
        if (regions.putIfAbsent(region, made) != null) {
            given.problem("code", region + " is there twice", "join the two features or correct one code");
        }
    }

    private Optional<Country> readCountry(StrictObject given) {
        Optional<CountryCode> code = given.country("country");
        Optional<String> name = given.text("countryName");
        Optional<String> nameFr = given.text("countryNameFr");
        Optional<String> iso3 = given.text("countryIso3");
        if (code.isEmpty() || name.isEmpty() || nameFr.isEmpty() || iso3.isEmpty()) {
            return Optional.empty();
        }
        if (!iso3.get().matches("[A-Z]{3}")) {
            given.problem("countryIso3", "'" + iso3.get() + "' is no ISO 3166-1 alpha-3 code", "write it as in MLI");
            return Optional.empty();
        }
        Country country = new Country(code.get(), iso3.get(), name.get(), nameFr.get());
        Country known = countries.putIfAbsent(country.code(), country);
        if (known != null && !known.equals(country)) {
            given.problem(
                    "country",
                    country.code() + " is called differently here than in an earlier feature",
                    "give every region of a country the same countryName, countryNameFr and countryIso3");
            return Optional.empty();
        }
        return Optional.of(country);
    }

    private Optional<Geometry> readGeometry(StrictObject feature) {
        Optional<StrictObject> object = feature.object("geometry");
        if (object.isEmpty()) {
            return Optional.empty();
        }
        StrictObject geometry = object.get();
        Optional<String> type = geometry.text("type");
        Optional<JsonNode> coordinates = geometry.raw("coordinates");
        if (type.isEmpty() || coordinates.isEmpty()) {
            geometry.problem("", "the geometry is incomplete", "give it a type and coordinates");
            return Optional.empty();
        }
        try {
            Geometry area = PolygonReader.read(type.get(), coordinates.get());
            TopologyValidationError error = new IsValidOp(area).getValidationError();
            if (error != null) {
                geometry.problem(
                        "coordinates",
                        "the polygon is invalid: " + error.getMessage() + " at longitude "
                                + error.getCoordinate().getX() + ", latitude "
                                + error.getCoordinate().getY(),
                        "repair the polygon there");
                return Optional.empty();
            }
            return Optional.of(area);
        } catch (PolygonReader.Unreadable e) {
            geometry.problem(e.where(), e.problem(), e.fix());
            return Optional.empty();
        }
    }

    private void readLegacyCodes(StrictObject notes) {
        Collection<RegionCode> known = regions.keySet();
        notes.fieldNames().forEach(name -> {
            Optional<String> note = notes.text(name);
            if (!RegionCode.isWellFormed(name) || !known.contains(new RegionCode(name))) {
                notes.problem(name, "there is no region of this code", "remove the note or correct the code");
            } else {
                note.ifPresent(text -> legacyCodes.put(new RegionCode(name), text));
            }
        });
    }
}
