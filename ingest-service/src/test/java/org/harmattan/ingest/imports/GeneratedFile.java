package org.harmattan.ingest.imports;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that is made while it is read, so that its size costs no memory. */
final class GeneratedFile extends InputStream {

    private final long rows;
    private byte[] line = (UcdpText.header() + "\n").getBytes(StandardCharsets.US_ASCII);
    private int at;
    private long row;

    GeneratedFile(long rows) {
        this.rows = rows;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (at == line.length) {
            if (row == rows) {
                return -1;
            }
            row++;
            line = (UcdpText.row("generated-" + row) + "\n").getBytes(StandardCharsets.US_ASCII);
            at = 0;
        }
        int copied = Math.min(length, line.length - at);
        System.arraycopy(line, at, buffer, offset, copied);
        at += copied;
        return copied;
    }
}
