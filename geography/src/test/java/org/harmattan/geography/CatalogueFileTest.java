package org.harmattan.geography;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue of one's own: what is read from it, and what its digest depends on. */
class CatalogueFileTest {

    @TempDir
    private Path folder;

    private static RegionCode region(String code) {
        return new RegionCode(code);
    }

    private static CountryCode country(String code) {
        return new CountryCode(code);
    }

    @Test
    void isReadFromItsFolderOrItsFile() throws IOException {
        Path written = new SmallWorld().in(folder);
        Catalogue catalogue = Catalogue.load(written);
        assertThat(catalogue.name()).isEqualTo("small-world");
        assertThat(catalogue.regions())
                .extracting(region -> region.code().value())
                .containsExactly("AA-1", "AA-2", "BB-1", "CC-1", "CC-2");
        assertThat(Catalogue.load(written.resolve("catalogue.json")).digest()).isEqualTo(catalogue.digest());
    }

    @Test
    void theatresSeeTheCountriesAcrossTheirBorders() throws IOException {
        Catalogue catalogue = Catalogue.load(new SmallWorld().in(folder));
        Theatre west = catalogue.theatres().get(0);
        Theatre east = catalogue.theatres().get(1);
        assertThat(west.sees()).containsExactly(country("BB"));
        assertThat(west.seenRegions()).extracting(Region::code).containsExactly(region("BB-1"));
        assertThat(east.owns()).containsExactly(country("BB"), country("CC"));
        assertThat(east.sees()).containsExactly(country("AA"));
        assertThat(east.seenRegions()).extracting(Region::code).containsExactly(region("AA-1"), region("AA-2"));
        assertThat(west.owns(country("BB"))).isFalse();
        assertThat(west.hearsOf(country("BB"))).isTrue();
        assertThat(west.hearsOf(country("CC"))).isFalse();
        assertThat(catalogue.partitions()).isEqualTo(2);
    }

    @Test
    void aRegionHasOneOwnerAndGoesToAllThatSeeIt() throws IOException {
        Catalogue catalogue = Catalogue.load(new SmallWorld().in(folder));
        assertThat(catalogue.theatreOf(region("BB-1")).name()).isEqualTo("east");
        assertThat(catalogue.theatresSeeing(region("BB-1")))
                .extracting(Theatre::name)
                .containsExactly("west", "east");
        assertThat(catalogue.theatresSeeing(region("CC-1")))
                .extracting(Theatre::name)
                .containsExactly("east");
    }

    /** BB-1 and CC-2 meet in one corner. One degree of longitude at 1° north is 111.303 km, of latitude 110.575 km. */
    @Test
    void neighboursShareAnEdgeAndNotOnlyACorner() throws IOException {
        Catalogue catalogue = Catalogue.load(new SmallWorld().in(folder));
        assertThat(catalogue.neighbours(region("CC-1")))
                .containsExactly(new Neighbour(region("BB-1"), 110.575), new Neighbour(region("CC-2"), 111.303));
        assertThat(catalogue.neighbours(region("BB-1")))
                .extracting(Neighbour::region)
                .containsExactly(region("AA-2"), region("CC-1"));
    }

    @Test
    void theDigestDoesNotDependOnHowTheFilesAreWritten() throws IOException {
        String digest = Catalogue.load(new SmallWorld().in(folder)).digest();
        SmallWorld shuffled = new SmallWorld().properties(0, properties -> properties.put("population", 12));
        ArrayNode features = shuffled.features();
        features.add(features.remove(0));
        shuffled.in(folder);
        Path file = folder.resolve("catalogue.json");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(Catalogue.load(folder).digest()).isEqualTo(digest);
    }

    @Test
    void theDigestDependsOnEverythingThatIsSaid() throws IOException {
        String square = "{\"type\": \"Polygon\", \"coordinates\": [[[3,0],[4,0],[4,1],[3,1],[3,0.5],[3,0]]]}";
        List<SmallWorld> worlds = List.of(
                new SmallWorld(),
                new SmallWorld().catalogue(catalogue -> catalogue.put("name", "other-world")),
                new SmallWorld().theatre(0, theatre -> theatre.put("name", "far-west")),
                new SmallWorld().theatre(1, theatre -> theatre.put("partition", 2)),
                new SmallWorld().properties(0, properties -> properties.put("nameFr", "Région Une")),
                new SmallWorld().aliases(aliases -> aliases.remove("codes")),
                new SmallWorld().boundaries(file -> file.set("legacyCodes", SmallWorld.object("{\"AA-1\": \"old\"}"))),
                new SmallWorld().geometry(4, square));
        assertThat(worlds)
                .extracting(world -> Catalogue.load(world.in(folder)).digest())
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void isWrittenOutAsItWasRead() throws IOException {
        Catalogue shipped = Catalogue.shipped();
        shipped.writeTo(folder);
        Catalogue again = Catalogue.load(folder);
        assertThat(again.digest()).isEqualTo(shipped.digest());
        assertThat(again.geoJson()).isEqualTo(shipped.geoJson());
        assertThat(again.regions()).isEqualTo(shipped.regions());
    }

    @Test
    void aPartitionMayBeLeftOut() throws IOException {
        Catalogue catalogue = Catalogue.load(new SmallWorld()
                .theatre(0, theatre -> theatre.put("partition", 5))
                .in(folder));
        assertThat(catalogue.theatres()).extracting(Theatre::partition).containsExactly(1, 5);
        assertThat(catalogue.partitions()).isEqualTo(6);
    }
}
