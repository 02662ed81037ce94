package org.harmattan.geography;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Real events that are not part of the project: looked for in HARMATTAN_SHARED_DATA, then in {@code ../shared}. */
final class SharedData {

    private static final String DENSE = "data/ucdp-ged-west-africa-1989-2021.csv";

    private static final String SKIPPED =
            "skipped: " + DENSE + " was not found; set HARMATTAN_SHARED_DATA to the folder that holds data/";

    /** One event of UCDP GED: where it was, and which first-level unit UCDP says that is (may be empty). */
    record Event(LatLon place, String country, String adm1) {}

    private SharedData() {}

    static Optional<Path> denseFile() {
        String given = System.getenv("HARMATTAN_SHARED_DATA");
        Stream<Path> folders = given == null || given.isBlank()
                ? Stream.of(Path.of("../shared"), Path.of("../../shared"))
                : Stream.of(Path.of(given));
        return folders.map(folder -> folder.resolve(DENSE))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The events of the dense file; the calling test is skipped, and says why, when it is not there. */
    static List<Event> events() throws IOException {
        Optional<Path> file = denseFile();
        if (file.isEmpty()) {
            // The console shows that a test was skipped but not why.
            System.out.println(SKIPPED);
        }
        assumeTrue(file.isPresent(), SKIPPED);
        List<Event> events = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file.orElseThrow())) {
            for (NamedCsvRecord row : rows) {
                LatLon place = new LatLon(
                        Double.parseDouble(row.getField("latitude")), Double.parseDouble(row.getField("longitude")));
                events.add(new Event(place, row.getField("country"), row.getField("adm_1")));
            }
        }
        return events;
    }
}
