package org.harmattan.cli.imports;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads when a file is through. */
final class Summary {

    private Summary() {}

    static String of(Path file, Tally tally) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %,d accepted, %,d duplicate, %,d rejected",
                file.getFileName(),
                tally.accepted(),
                tally.duplicate(),
                tally.rejected()));
        if (tally.rejected() > 0) {
            text.append(tally.rejectedBy().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(reason -> reason.getKey() + " " + reason.getValue())
                    .collect(Collectors.joining(", ", " (", ")")));
            text.append(System.lineSeparator()).append("Rejected rows are in ").append(RejectFile.path(file));
        }
        if (tally.widened() > 0) {
            text.append(System.lineSeparator())
                    .append(String.format(
                            Locale.ROOT,
                            "In %,d rows the best estimate of deaths lay outside low to high; the range was widened.",
                            tally.widened()));
        }
        return text.toString();
    }
}
