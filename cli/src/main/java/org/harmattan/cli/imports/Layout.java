package org.harmattan.cli.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.harmattan.cli.session.CommandFailure;

/** Looks at the first line of a file, and says which layout it has. */
final class Layout {

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int GZIP_MAGIC_0 = 0x1f;
    private static final int GZIP_MAGIC_1 = 0x8b;

    private Layout() {}

    /**
     * The name of the layout, as the service knows it.
     *
     * @throws CommandFailure if the header tells nothing
     */
    static String of(Path file) {
        String header = header(file);
        if (header.contains("type_of_violence") && header.contains("date_prec")) {
            return "ucdp";
        }
        throw new CommandFailure("the first line of " + file + " names no layout that is known: say it with --format");
    }

    /** The first line; of a compressed file, of what is in it. */
    static String header(Path file) {
        try (InputStream in = plain(Files.newInputStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            int read = reader.read();
            while (read >= 0 && read != '\n' && read != '\r' && line.length() < LONGEST_HEADER) {
                line.append((char) read);
                read = reader.read();
            }
            return line.toString();
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream plain(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, 2);
        byte[] magic = peeked.readNBytes(2);
        peeked.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == GZIP_MAGIC_0 && (magic[1] & 0xff) == GZIP_MAGIC_1;
        return gzip ? new GZIPInputStream(peeked) : peeked;
    }
}
