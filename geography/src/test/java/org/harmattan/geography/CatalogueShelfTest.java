package org.harmattan.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueShelfTest {

    @TempDir
    private Path folder;

    private Path shelf = Path.of("");
    private Catalogue small = Catalogue.shipped();

    @BeforeEach
    void aSmallWorld() throws IOException {
        shelf = folder.resolve("catalogues");
        small = Catalogue.load(new SmallWorld().in(Files.createDirectory(folder.resolve("small"))));
    }

    @Test
    void theShippedCatalogueIsAlwaysThere() {
        assertThat(new CatalogueShelf(shelf).find(Catalogue.shipped().digest())).containsSame(Catalogue.shipped());
        assertThat(shelf).doesNotExist();
    }

    @Test
    void whatWasKeptIsFoundByAnotherProcess() throws IOException {
        new CatalogueShelf(shelf).keep(small);
        new CatalogueShelf(shelf).keep(small);
        assertThat(new CatalogueShelf(shelf).find(small.digest()))
                .map(Catalogue::digest)
                .contains(small.digest());
        try (Stream<Path> kept = Files.list(shelf)) {
            assertThat(kept).containsExactly(shelf.resolve(small.digest()));
        }
    }

    @Test
    void whatWasNeverKeptIsNotFound() {
        assertThat(new CatalogueShelf(shelf).find(small.digest())).isEmpty();
        assertThat(new CatalogueShelf(shelf).find("../small")).isEmpty();
    }

    @Test
    void whatWasEditedOnTheShelfIsRefused() throws IOException {
        new CatalogueShelf(shelf).keep(small);
        Path file = shelf.resolve(small.digest()).resolve("catalogue.json");
        Files.writeString(file, Files.readString(file).replace("small-world", "smaller-world"));
        assertThatThrownBy(() -> new CatalogueShelf(shelf).find(small.digest()))
                .isInstanceOf(InvalidCatalogueException.class)
                .hasMessageContaining("has changed");
    }
}
