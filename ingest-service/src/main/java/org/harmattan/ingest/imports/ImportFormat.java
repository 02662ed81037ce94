package org.harmattan.ingest.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.harmattan.geography.Catalogue;

/** The formats of files that can be imported. */
enum ImportFormat {
    /** Events of the Uppsala Conflict Data Program's Georeferenced Event Dataset, CSV. */
    UCDP("ucdp") {
        @Override
        RowReader open(InputStream in, Stamp stamp, Catalogue catalogue) throws IOException {
            return CsvRows.open(in, new UcdpRows(stamp, catalogue));
        }
    };

    private final String source;

    ImportFormat(String source) {
        this.source = source;
    }

    /** The source as which an administrator imports it. */
    String source() {
        return source;
    }

    /**
     * Begins to read.
     *
     * @throws UnreadableFile when the beginning is not that of this format
     */
    abstract RowReader open(InputStream in, Stamp stamp, Catalogue catalogue) throws IOException;

    static Optional<ImportFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(name))
                .findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String names() {
        return Arrays.stream(values()).map(ImportFormat::label).collect(Collectors.joining(", "));
    }
}
