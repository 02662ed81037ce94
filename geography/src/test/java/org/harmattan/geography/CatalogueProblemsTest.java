package org.harmattan.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a catalogue is told by file, field and fix. */
class CatalogueProblemsTest {

    @TempDir
    private Path folder;

    private List<CatalogueProblem> problemsOf(SmallWorld world) throws IOException {
        return problemsIn(world.in(folder));
    }

    private static List<CatalogueProblem> problemsIn(Path path) {
        InvalidCatalogueException refused =
                catchThrowableOfType(InvalidCatalogueException.class, () -> Catalogue.load(path));
        assertThat(refused).as("the catalogue is refused").isNotNull();
        assertThat(refused.problems()).isNotEmpty();
        return refused.problems();
    }

    private void refuses(SmallWorld world, String file, String field, String problem) throws IOException {
        assertThat(problemsOf(world)).anySatisfy(found -> {
            assertThat(found.file()).isEqualTo(file);
            assertThat(found.field()).isEqualTo(field);
            assertThat(found.problem()).contains(problem);
            assertThat(found.fix()).isNotBlank();
        });
    }

    private void refusesTheatres(SmallWorld world, String field, String problem) throws IOException {
        refuses(world, "catalogue.json", field, problem);
    }

    private void refusesBoundaries(SmallWorld world, String field, String problem) throws IOException {
        refuses(world, "squares.geojson", field, problem);
    }

    private void refusesAliases(SmallWorld world, String field, String problem) throws IOException {
        refuses(world, "aliases.json", field, problem);
    }

    private static ObjectNode object(String json) {
        return SmallWorld.object(json);
    }

    @Test
    void aMessageReadsFileFieldProblemFix() throws IOException {
        assertThat(problemsOf(new SmallWorld()
                        .theatre(0, theatre -> theatre.withArray("owns").add("XX"))))
                .singleElement()
                .hasToString("catalogue.json: theatres[0].owns[1]: 'XX' is no country with regions in squares.geojson;"
                        + " remove it, or add its regions to the boundaries");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        assertThat(problemsOf(new SmallWorld()
                        .theatre(0, theatre -> theatre.withArray("owns").add("XX"))
                        .theatre(1, theatre -> theatre.put("partition", 0))
                        .aliases(aliases -> aliases.put("surprise", 1))))
                .hasSize(3);
    }

    @Test
    void anUnknownFieldIsNotOverlooked() throws IOException {
        refusesTheatres(new SmallWorld().catalogue(file -> file.put("boundary", "x")), "boundary", "no such field");
        refusesTheatres(new SmallWorld().theatre(0, t -> t.put("own", "x")), "theatres[0].own", "no such field");
    }

    @Test
    void aNewerFormatIsNotGuessedAt() throws IOException {
        refusesTheatres(
                new SmallWorld().catalogue(file -> file.put("format", "harmattan-catalogue/2")),
                "format",
                "not known here");
    }

    @Test
    void aCountryWithTwoOwnersIsRefused() throws IOException {
        refusesTheatres(
                new SmallWorld().theatre(1, theatre -> theatre.withArray("owns").add("AA")),
                "theatres[1].owns[2]",
                "already owned by theatres[0]");
    }

    @Test
    void aCountryWithoutAnOwnerIsRefused() throws IOException {
        refusesTheatres(
                new SmallWorld().theatre(1, theatre -> theatre.withArray("owns").remove(0)),
                "theatres",
                "no theatre owns CC");
    }

    @Test
    void aPartitionBelongsToOneTheatre() throws IOException {
        refusesTheatres(
                new SmallWorld().theatre(1, theatre -> theatre.put("partition", 0)),
                "theatres[1].partition",
                "theatre west has this partition");
        refusesTheatres(
                new SmallWorld().theatre(1, theatre -> theatre.put("partition", -1)),
                "theatres[1].partition",
                "this is -1");
    }

    @Test
    void aTheatreHasAPlainNameOfItsOwn() throws IOException {
        refusesTheatres(new SmallWorld().theatre(1, t -> t.put("name", "west")), "theatres[1].name", "another theatre");
        refusesTheatres(new SmallWorld().theatre(1, t -> t.put("name", "The East")), "theatres[1].name", "plain name");
        refusesTheatres(new SmallWorld().theatre(1, t -> t.remove("name")), "theatres[1].name", "missing");
    }

    @Test
    void aFileElsewhereIsRefused() throws IOException {
        refusesTheatres(
                new SmallWorld().catalogue(file -> file.put("boundaries", "../squares.geojson")),
                "boundaries",
                "plain name of a file");
        refusesTheatres(
                new SmallWorld().catalogue(file -> file.put("aliases", "squares.geojson")),
                "boundaries",
                "named for two things");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(new SmallWorld().in(folder).resolve("squares.geojson"));
        assertThat(problemsIn(folder)).singleElement().satisfies(found -> {
            assertThat(found.file()).isEqualTo("squares.geojson");
            assertThat(found.problem()).contains("cannot be read");
        });
        assertThat(problemsIn(folder.resolve("nowhere")))
                .extracting(CatalogueProblem::file)
                .containsExactly("nowhere");
    }

    @Test
    void brokenJsonIsShownWhereItBreaks() throws IOException {
        Path file = new SmallWorld().in(folder).resolve("catalogue.json");
        Files.writeString(file, "{\n  \"format\": \"harmattan-catalogue/1\",,\n}");
        assertThat(problemsIn(folder)).singleElement().satisfies(found -> {
            assertThat(found.field()).startsWith("line 2, column");
            assertThat(found.problem()).contains("not valid JSON");
        });
        Files.writeString(file, "{\"format\": \"a\", \"format\": \"b\"}");
        assertThat(problemsIn(folder))
                .singleElement()
                .satisfies(found -> assertThat(found.problem()).contains("Duplicate field 'format'"));
        Files.writeString(file, "[]");
        assertThat(problemsIn(folder))
                .singleElement()
                .satisfies(found -> assertThat(found.problem()).contains("does not hold a JSON object"));
        Files.writeString(file, "");
        assertThat(problemsIn(folder)).hasSize(1);
    }

    @Test
    void aRegionIsThereOnce() throws IOException {
        refusesBoundaries(
                new SmallWorld().properties(1, p -> p.put("code", "AA-1")),
                "features[1].properties.code",
                "there twice");
    }

    @Test
    void aRegionHasACodeAndNames() throws IOException {
        refusesBoundaries(
                new SmallWorld().properties(1, p -> p.put("code", "AA2")),
                "features[1].properties.code",
                "no region code");
        refusesBoundaries(
                new SmallWorld().properties(1, p -> p.remove("nameFr")), "features[1].properties.nameFr", "missing");
        refusesBoundaries(
                new SmallWorld().properties(1, p -> p.put("name", " ")),
                "features[1].properties.name",
                "must be a text");
        refusesBoundaries(
                new SmallWorld().properties(1, p -> p.put("name", "x ")), "features[1].properties.name", "blank");
    }

    @Test
    void aRegionBelongsToTheCountryOfItsCodeAndTheCountryHasOneName() throws IOException {
        refusesBoundaries(
                new SmallWorld().properties(2, p -> p.put("code", "AA-3")),
                "features[2].properties.country",
                "AA-3 cannot belong to BB");
        refusesBoundaries(
                new SmallWorld().properties(1, p -> p.put("countryName", "Elsewhere")),
                "features[1].properties.country",
                "called differently");
        refusesBoundaries(
                new SmallWorld().properties(1, p -> p.put("countryIso3", "AA")),
                "features[1].properties.countryIso3",
                "alpha-3");
    }

    @Test
    void onlyAreasAreRegions() throws IOException {
        refusesBoundaries(
                new SmallWorld().geometry(0, "{\"type\": \"Point\", \"coordinates\": [0, 1]}"),
                "features[0].geometry.type",
                "cannot be a Point");
        refusesBoundaries(
                new SmallWorld().geometry(0, "{\"type\": \"Polygon\", \"coordinates\": []}"),
                "features[0].geometry.coordinates",
                "list with entries");
        refusesBoundaries(
                new SmallWorld().geometry(0, "{\"type\": \"Polygon\"}"), "features[0].geometry", "incomplete");
    }

    @Test
    void anInvalidPolygonIsShownWhereItIsInvalid() throws IOException {
        refusesBoundaries(
                new SmallWorld()
                        .geometry(0, "{\"type\": \"Polygon\", \"coordinates\": [[[0,1],[1,2],[1,1],[0,2],[0,1]]]}"),
                "features[0].geometry.coordinates",
                "Self-intersection at longitude 0.5, latitude 1.5");
        refusesBoundaries(
                new SmallWorld().geometry(0, "{\"type\": \"Polygon\", \"coordinates\": [[[0,1],[1,1],[1,2],[0,2]]]}"),
                "features[0].geometry.coordinates[0]",
                "not closed");
        refusesBoundaries(
                new SmallWorld().geometry(0, "{\"type\": \"Polygon\", \"coordinates\": [[[0,1],[1,95],[1,2],[0,1]]]}"),
                "features[0].geometry.coordinates[0][1]",
                "latitude must lie between");
        refusesBoundaries(
                new SmallWorld()
                        .geometry(0, "{\"type\": \"Polygon\", \"coordinates\": [[[0,1],[\"1\",1],[1,2],[0,1]]]}"),
                "features[0].geometry.coordinates[0][1]",
                "no position");
    }

    @Test
    void regionsThatOverlapAreRefused() throws IOException {
        refusesBoundaries(
                new SmallWorld()
                        .geometry(0, "{\"type\": \"Polygon\", \"coordinates\": [[[0,1],[1.5,1],[1.5,2],[0,2],[0,1]]]}"),
                "region AA-1",
                "overlaps a neighbour");
    }

    /** Without the vertex at [1, 1.5] in both, the two would share no edge and seem to be no neighbours. */
    @Test
    void neighboursThatDoNotShareTheVerticesOfTheirBorderAreRefused() throws IOException {
        refusesBoundaries(
                new SmallWorld()
                        .geometry(
                                0,
                                "{\"type\": \"Polygon\", \"coordinates\": [[[0,1],[1,1],[1,1.5],[1,2],[0,2],[0,1]]]}"),
                "region AA-2",
                "does not share the vertices");
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        refusesBoundaries(new SmallWorld().boundaries(f -> f.put("type", "Feature")), "type", "FeatureCollection");
        refusesBoundaries(new SmallWorld().boundaries(f -> f.putArray("features")), "features", "must be a list");
        refusesBoundaries(
                new SmallWorld().boundaries(f -> f.putArray("features").add(1)), "features[0]", "an object");
        refusesBoundaries(
                new SmallWorld().boundaries(f -> f.set("legacyCodes", object("{\"AA-7\": \"old\"}"))),
                "legacyCodes.AA-7",
                "no region of this code");
    }

    @Test
    void anAliasLeadsToARegionThatIsThere() throws IOException {
        refusesAliases(
                new SmallWorld()
                        .aliases(a -> a.withArray("regions")
                                .add(object("{\"name\": \"Lost\", \"region\": \"AA-7\", \"because\": \"x\"}"))),
                "regions[1].region",
                "AA-7 is not in the boundaries");
        refusesAliases(
                new SmallWorld()
                        .aliases(a -> a.withArray("countries")
                                .add(object("{\"name\": \"Lost\", \"country\": \"XX\", \"because\": \"x\"}"))),
                "countries[1].country",
                "XX has no region");
        refusesAliases(
                new SmallWorld()
                        .aliases(a -> a.withArray("regions").add(object("{\"name\": \"Lost\", \"region\": \"AA-1\"}"))),
                "regions[1].because",
                "missing");
    }

    @Test
    void aNameMeansOneRegion() throws IOException {
        refusesAliases(
                new SmallWorld()
                        .aliases(a -> a.withArray("regions")
                                .add(object("{\"name\": \"OLD ONE\", \"region\": \"AA-2\", \"because\": \"x\"}"))),
                "OLD ONE",
                "already means AA-1");
        refusesAliases(
                new SmallWorld()
                        .aliases(a -> a.withArray("regions")
                                .add(object("{\"name\": \"region aa 1\", \"region\": \"AA-2\", \"because\": \"x\"}"))),
                "region aa 1",
                "already means AA-1");
    }

    @Test
    void anAliasOfACodeIsNoCodeOfTheBoundariesAndStaysInItsCountry() throws IOException {
        refusesAliases(
                new SmallWorld()
                        .aliases(a -> a.withArray("codes")
                                .add(object("{\"code\": \"AA-2\", \"region\": \"AA-1\", \"because\": \"x\"}"))),
                "codes[1].code",
                "is itself a region");
        refusesAliases(
                new SmallWorld()
                        .aliases(a -> a.withArray("codes")
                                .add(object("{\"code\": \"BB-2\", \"region\": \"AA-1\", \"because\": \"x\"}"))),
                "codes[1].region",
                "different countries");
        refusesAliases(
                new SmallWorld()
                        .aliases(a -> a.withArray("codes")
                                .add(object("{\"code\": \"AA-9\", \"region\": \"AA-2\", \"because\": \"x\"}"))),
                "codes",
                "AA-9 stands for two regions");
    }
}
