package org.harmattan.assessment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.LatLon;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.Reliability;
import org.junit.jupiter.api.Assumptions;

/** The dense file of UCDP GED as reports of an import; tests that need it say when they skip. */
final class UcdpFile {

    static final String IMPORT_ID = LedgerWriter.id("import of the dense file");

    private UcdpFile() {}

    /** All events in the file's order, or the test is skipped with the reason. */
    static List<LedgerReport> reports() {
        Optional<Path> file = find();
        Assumptions.assumeTrue(
                file.isPresent(),
                "skipped: ucdp-ged-west-africa-1989-2021.csv was not found; name its folder in HARMATTAN_SHARED_DATA");
        try {
            List<String> lines = Files.readAllLines(file.orElseThrow(), StandardCharsets.UTF_8);
            List<String> header = cells(lines.get(0));
            List<LedgerReport> reports = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                report(header, cells(line)).ifPresent(reports::add);
            }
            return reports;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<Path> find() {
        String folder =
                Optional.ofNullable(System.getenv("HARMATTAN_SHARED_DATA")).orElse("../shared");
        List<Path> candidates = new ArrayList<>();
        for (Path root : List.of(Path.of(folder), Path.of("..").resolve(folder))) {
            candidates.add(root.resolve("ucdp-ged-west-africa-1989-2021.csv"));
            candidates.add(root.resolve("data").resolve("ucdp-ged-west-africa-1989-2021.csv"));
        }
        return candidates.stream().filter(Files::exists).findFirst();
    }

    private static Optional<LedgerReport> report(List<String> header, List<String> cells) {
        double latitude = Double.parseDouble(cells.get(header.indexOf("latitude")));
        double longitude = Double.parseDouble(cells.get(header.indexOf("longitude")));
        LocalDate start = LocalDate.parse(cells.get(header.indexOf("date_start")));
        LocalDate end = LocalDate.parse(cells.get(header.indexOf("date_end")));
        Instant from = start.atStartOfDay(ZoneOffset.UTC).toInstant();
        return Catalogue.shipped()
                .locator()
                .locate(new LatLon(latitude, longitude))
                .region()
                .map(region -> LedgerWriter.attack(
                                "ucdp " + cells.get(header.indexOf("id")),
                                region.code().value(),
                                from)
                        .setOccurredUntil(
                                end.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                        .setSource("ucdp")
                        .setOrigin("ucdp")
                        .setReliability(Reliability.A)
                        .setCredibility(1)
                        .setImportId(IMPORT_ID)
                        .build());
    }

    /** Cells of a line of RFC 4180, none of which spans lines in this file. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
