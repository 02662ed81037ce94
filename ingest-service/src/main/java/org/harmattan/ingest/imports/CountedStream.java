package org.harmattan.ingest.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that came over the wire. */
final class CountedStream extends FilterInputStream {

    private final AtomicLong bytes = new AtomicLong();

    CountedStream(InputStream in) {
        super(in);
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            bytes.incrementAndGet();
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            bytes.addAndGet(read);
        }
        return read;
    }
}
