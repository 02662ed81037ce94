package org.harmattan.cli.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that come in chunks, each behind its length (RFC 9112, section 7.1). */
final class ChunkedBody extends InputStream {

    private static final int HEXADECIMAL = 16;

    private final InputStream in;
    private long left;
    private boolean ended;

    ChunkedBody(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0 && !next()) {
            return -1;
        }
        int read = in.read(into, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw brokenOff();
        }
        left -= read;
        if (left == 0) {
            HttpHead.line(in);
        }
        return read;
    }

    private boolean next() throws IOException {
        if (ended) {
            return false;
        }
        String length = HttpHead.line(in);
        if (length == null) {
            throw brokenOff();
        }
        try {
            left = Long.parseLong(length.split(";", 2)[0].trim(), HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw new IOException("the answer is no HTTP: a chunk has no length", e);
        }
        ended = left == 0;
        return !ended;
    }

    private static EOFException brokenOff() {
        return new EOFException("the answer ends in the middle");
    }
}
