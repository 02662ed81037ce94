package org.harmattan.geography;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A catalogue small enough to see at a glance, to be spoilt in one place and written out:
 *
 * <pre>
 *   2  AA-1 | AA-2 | BB-1 | CC-1        one country a letter, each region a square of one degree,
 *   1  -----+------+------+-----        from longitude 0 to 4 and latitude 1 to 2; CC-2 lies alone,
 *                            CC-2       at longitude 3 to 4 and latitude 0 to 1, under CC-1
 * </pre>
 *
 * Theatre "west" owns AA, theatre "east" BB and CC.
 */
final class SmallWorld {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode catalogue;
    private final ObjectNode boundaries;
    private final ObjectNode aliases;

    SmallWorld() {
        catalogue = object("""
                {"format": "harmattan-catalogue/1", "name": "small-world", "boundaries": "squares.geojson",
                 "aliases": "aliases.json", "theatres": [
                   {"name": "west", "partition": 0, "owns": ["AA"]},
                   {"name": "east", "partition": 1, "owns": ["CC", "BB"]}]}
                """);
        aliases = object("""
                {"format": "harmattan-aliases/1",
                 "countries": [{"name": "Land of A", "country": "AA", "because": "a test"}],
                 "codes": [{"code": "AA-9", "region": "AA-1", "because": "a test"}],
                 "regions": [{"name": "Old One", "region": "AA-1", "because": "a test"}]}
                """);
        boundaries = object("{\"type\": \"FeatureCollection\", \"features\": []}");
        addSquare("AA", "AA-1", 0, 1);
        addSquare("AA", "AA-2", 1, 1);
        addSquare("BB", "BB-1", 2, 1);
        addSquare("CC", "CC-1", 3, 1);
        addSquare("CC", "CC-2", 3, 0);
    }

    private void addSquare(String country, String code, int west, int south) {
        int east = west + 1;
        int north = south + 1;
        String square =
                "[[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%4$d],[%1$d,%2$d]]]".formatted(west, south, east, north);
        features().add(object("""
                {"type": "Feature", "properties": {"code": "%2$s", "name": "Region %2$s", "nameFr": "Région %2$s",
                 "country": "%1$s", "countryName": "Country %1$s", "countryNameFr": "Pays %1$s",
                 "countryIso3": "%1$sX"}, "geometry": {"type": "Polygon", "coordinates": %3$s}}
                """.formatted(country, code, square)));
    }

    SmallWorld catalogue(Consumer<ObjectNode> change) {
        change.accept(catalogue);
        return this;
    }

    SmallWorld theatre(int number, Consumer<ObjectNode> change) {
        change.accept((ObjectNode) catalogue.withArray("theatres").get(number));
        return this;
    }

    SmallWorld boundaries(Consumer<ObjectNode> change) {
        change.accept(boundaries);
        return this;
    }

    SmallWorld properties(int feature, Consumer<ObjectNode> change) {
        change.accept((ObjectNode) features().get(feature).get("properties"));
        return this;
    }

    SmallWorld geometry(int feature, String json) {
        ((ObjectNode) features().get(feature)).set("geometry", object(json));
        return this;
    }

    SmallWorld aliases(Consumer<ObjectNode> change) {
        change.accept(aliases);
        return this;
    }

    ArrayNode features() {
        return boundaries.withArray("features");
    }

    /** Writes the files into the folder and gives it back. */
    Path in(Path folder) throws IOException {
        Files.writeString(folder.resolve("catalogue.json"), catalogue.toPrettyString());
        Files.writeString(folder.resolve("squares.geojson"), boundaries.toString());
        Files.writeString(folder.resolve("aliases.json"), aliases.toPrettyString());
        return folder;
    }

    static ObjectNode object(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return (ObjectNode) node;
        } catch (IOException e) {
            throw new IllegalArgumentException("the test's own JSON is broken: " + json, e);
        }
    }
}
