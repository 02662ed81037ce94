package org.harmattan.cli.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.harmattan.cli.session.CommandFailure;
import org.jspecify.annotations.Nullable;

/**
 * {@code <input>.rejected.csv}: the rows that could not be used, as they came, behind their number, the reason and the
 * field. Corrected, it can be imported itself. It is made with the first such row; one left by an earlier import is
 * removed at the start.
 */
final class RejectFile implements AutoCloseable {

    private final Path input;
    private final Path path;
    private @Nullable BufferedWriter writer;

    private RejectFile(Path input, Path path) {
        this.input = input;
        this.path = path;
    }

    static RejectFile beside(Path input) {
        Path path = path(input);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
        return new RejectFile(input, path);
    }

    /** Where the rejected rows of an input go. */
    static Path path(Path input) {
        return input.resolveSibling(input.getFileName() + ".rejected.csv");
    }

    /**
     * Adds a row and hands it to the system, so that an interruption loses none.
     *
     * @param row number of the row in the input, from 1, the header not counted
     * @param reason why, for a person
     * @param field which field, or empty
     * @param line the row as it came
     */
    void add(long row, String reason, String field, String line) {
        try {
            BufferedWriter open = writer;
            if (open == null) {
                open = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
                writer = open;
                open.write("row,reason,field," + Layout.header(input).replace("\uFEFF", "") + "\n");
            }
            open.write(row + "," + quoted(reason) + "," + quoted(field) + "," + line + "\n");
            open.flush();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static CommandFailure unwritable(Path path, IOException cause) {
        return new CommandFailure(
                "the rejected rows cannot be written to " + path + ": " + cause.getMessage()
                        + ". Copy the file to a folder that you may write to",
                cause);
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw unwritable(path, e);
            }
        }
    }
}
