package org.harmattan.cli.imports;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What matters of the head of an HTTP/1.1 answer.
 *
 * @param status HTTP status
 * @param chunked whether the body comes in chunks; else it ends with the connection
 */
record HttpHead(int status, boolean chunked) {

    private static final int FIRST_FINAL_STATUS = 200;
    private static final int LONGEST_LINE = 8 * 1024 * 1024;

    static HttpHead read(InputStream in) throws IOException {
        String status = line(in);
        if (status == null) {
            throw new EOFException("no answer");
        }
        String[] parts = status.split(" ", 3);
        if (parts.length < 2 || !parts[1].matches("\\d{3}")) {
            throw new IOException("the answer is no HTTP");
        }
        boolean chunked = false;
        String header = line(in);
        while (header != null && !header.isEmpty()) {
            String lower = header.toLowerCase(Locale.ROOT);
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            header = line(in);
        }
        return new HttpHead(Integer.parseInt(parts[1]), chunked);
    }

    /** Whether another head follows (RFC 9110, section 15.2). */
    boolean isInterim() {
        return status < FIRST_FINAL_STATUS;
    }

    /** The next line without its end, or null when there is none. */
    static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line of the answer is too long");
            }
            line.write(read);
            read = in.read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
