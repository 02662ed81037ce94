package org.harmattan.ingest.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Rows of a CSV file with a header (RFC 4180, UTF-8); columns are found by their names, further ones do not matter. */
final class CsvRows implements RowReader {

    /** A longer row is refused: rows that wait for their receipts are held in memory. */
    static final int LONGEST_ROW = 16_384;

    /** Longest row that can be read at all; a quotation mark that is never closed would swallow the file. */
    private static final int LONGEST_READABLE = 1 << 20;

    private static final char REPLACEMENT = '\uFFFD';

    /** What makes a row of named columns. */
    interface Mapping {
        /** Columns without which nothing can be read. */
        List<String> needed();

        /** The row; only called with a row that has every column. */
        Row row(long number, String line, Columns columns);
    }

    private final CloseableIterator<CsvRecord> records;
    private final Mapping mapping;
    private final Columns.Header header;
    private long number;

    private CsvRows(CloseableIterator<CsvRecord> records, Mapping mapping, Columns.Header header) {
        this.records = records;
        this.mapping = mapping;
        this.header = header;
    }

    /**
     * Reads the header.
     *
     * @throws UnreadableFile when a column is missing that the format needs
     */
    static CsvRows open(InputStream in, Mapping mapping) throws IOException {
        CloseableIterator<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_READABLE)
                .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
                .iterator();
        Optional<CsvRecord> first = read(() -> records.hasNext() ? Optional.of(records.next()) : Optional.empty(), 0);
        List<String> names =
                first.orElseThrow(() -> new UnreadableFile("the file is empty")).getFields();
        Columns.Header header = Columns.Header.of(names);
        List<String> missing =
                mapping.needed().stream().filter(name -> !header.has(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFile("the first line must name the columns, and lacks " + String.join(", ", missing));
        }
        return new CsvRows(records, mapping, header);
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<CsvRecord> record =
                read(() -> records.hasNext() ? Optional.of(records.next()) : Optional.empty(), number);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        number++;
        return Optional.of(row(record.get().getFields()));
    }

    private Row row(List<String> fields) {
        String line = line(fields);
        if (line.length() > LONGEST_ROW) {
            return unusable(
                    line.substring(0, LONGEST_ROW),
                    Row.Reason.ROW_TOO_LONG,
                    "a row may have at most " + LONGEST_ROW + " characters; this one is cut off here");
        }
        if (fields.size() != header.size()) {
            return unusable(
                    line,
                    Row.Reason.COLUMN_COUNT,
                    "the header has " + header.size() + " columns and this row " + fields.size());
        }
        if (line.indexOf(REPLACEMENT) >= 0) {
            return unusable(line, Row.Reason.NOT_UTF_8, "save the file as UTF-8");
        }
        return mapping.row(number, line, new Columns(header, fields));
    }

    private Row unusable(String line, Row.Reason reason, String detail) {
        return new Row.Unusable(number, line, reason, "", detail);
    }

    private static Optional<CsvRecord> read(Supplier<Optional<CsvRecord>> reading, long after) throws IOException {
        try {
            return reading.get();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new UnreadableFile("after row " + after
                    + " the file is no CSV: look for a quotation mark that is never closed, or a row of more than "
                    + LONGEST_READABLE + " characters");
        }
    }

    /** The row written as CSV again: the same fields, quoted where they must be. */
    static String line(List<String> fields) {
        return fields.stream().map(CsvRows::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
