package org.harmattan.ingest.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** A file that may or may not be compressed with gzip; its first two bytes tell, whatever the sender says. */
final class Unzipped {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAGIC_FIRST = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;

    private Unzipped() {}

    static InputStream of(InputStream in) throws IOException {
        PushbackInputStream peekable = new PushbackInputStream(new BufferedInputStream(in, BUFFER_BYTES), 2);
        byte[] magic = peekable.readNBytes(2);
        peekable.unread(magic);
        boolean zipped = magic.length == 2
                && Byte.toUnsignedInt(magic[0]) == MAGIC_FIRST
                && Byte.toUnsignedInt(magic[1]) == MAGIC_SECOND;
        return zipped ? new GZIPInputStream(peekable, BUFFER_BYTES) : peekable;
    }
}
