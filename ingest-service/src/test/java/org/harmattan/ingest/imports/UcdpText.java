package org.harmattan.ingest.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files in UCDP's layout, made up. */
final class UcdpText {

    static final List<String> COLUMNS = List.of(
            "id",
            "relid",
            "year",
            "type_of_violence",
            "side_a",
            "side_b",
            "where_prec",
            "adm_1",
            "adm_2",
            "latitude",
            "longitude",
            "date_prec",
            "date_start",
            "date_end",
            "best",
            "high",
            "low");

    private static final List<String> USUAL = List.of(
            "x",
            "MLI-1",
            "2019",
            "1",
            "Government of Mali",
            "JNIM",
            "1",
            "Mopti region",
            "Bandiagara cercle",
            "14.35",
            "-3.6",
            "1",
            "2019-05-03",
            "2019-05-03",
            "4",
            "9",
            "2");

    private UcdpText() {}

    static String header() {
        return String.join(",", COLUMNS);
    }

    /** A usual row with some columns set: name, value, name, value... */
    static String row(String id, String... changes) {
        List<String> fields = new ArrayList<>(USUAL);
        fields.set(0, id);
        for (int i = 0; i < changes.length; i += 2) {
            fields.set(COLUMNS.indexOf(changes[i]), changes[i + 1]);
        }
        return String.join(",", fields);
    }

    static String file(String... rows) {
        return header() + "\n" + String.join("\n", rows) + "\n";
    }

    static String usual(String prefix, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> row(prefix + i))
                .collect(Collectors.joining("\n", header() + "\n", "\n"));
    }
}
