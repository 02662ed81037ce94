package org.harmattan.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.CountryCode;

/** Catalogues with other theatres than the shipped one. */
final class TestCatalogues {

    private TestCatalogues() {}

    /** The shipped regions in two theatres: {@code mali} (partition 2) owns Mali, {@code others} (partition 1) the rest. */
    static Catalogue twoTheatres(Path folder) {
        List<CountryCode> others = Catalogue.shipped().theatres().get(0).owns().stream()
                .filter(country -> !country.value().equals("ML"))
                .toList();
        String owned = others.stream().map(country -> "\"" + country + "\"").collect(Collectors.joining(", "));
        String json = """
                {
                  "format": "harmattan-catalogue/1",
                  "name": "two-theatres",
                  "boundaries": "west-central-africa-admin1.geojson",
                  "aliases": "aliases.json",
                  "theatres": [
                    {"name": "others", "partition": 1, "owns": [%s]},
                    {"name": "mali", "partition": 2, "owns": ["ML"]}
                  ]
                }
                """.formatted(owned);
        try {
            Catalogue.shipped().writeTo(folder);
            Files.writeString(folder.resolve("catalogue.json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Catalogue.load(folder);
    }
}
