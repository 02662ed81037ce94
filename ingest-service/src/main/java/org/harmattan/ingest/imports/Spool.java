package org.harmattan.ingest.imports;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to a reader who may be slow: many senders read the answer only when they have sent all. Up to a bound
 * they wait in memory, then in a temporary file, so that the writer never waits for the reader and memory stays flat.
 * Thread-safe, for one reader.
 */
final class Spool implements AutoCloseable {

    private static final int IN_MEMORY_BYTES = 1 << 20;
    private static final int CHUNK_BYTES = 64 * 1024;

    private final Deque<byte[]> memory = new ArrayDeque<>();
    private int memoryBytes;
    private @Nullable Path path;
    private @Nullable RandomAccessFile file;
    private long written;
    private long read;
    private boolean ended;
    private boolean closed;

    /** Adds bytes behind all that were added before; nothing happens when the reader is gone. */
    synchronized void add(byte[] bytes) {
        if (closed || ended) {
            return;
        }
        if (read < written || memoryBytes + bytes.length > IN_MEMORY_BYTES) {
            append(bytes);
        } else {
            memory.add(bytes);
            memoryBytes += bytes.length;
        }
        notifyAll();
    }

    /** Says that nothing more will be added. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The next bytes; waits for them. Null when nothing more will come. */
    synchronized byte @Nullable [] take() throws InterruptedException {
        while (memory.isEmpty() && read == written && !ended && !closed) {
            wait();
        }
        if (closed) {
            return null;
        }
        byte[] first = memory.poll();
        if (first != null) {
            memoryBytes -= first.length;
            return first;
        }
        return read < written ? readChunk() : null;
    }

    private void append(byte[] bytes) {
        try {
            RandomAccessFile open = file;
            if (open == null) {
                Path created = Files.createTempFile("harmattan-import-", ".ndjson");
                path = created;
                open = new RandomAccessFile(created.toFile(), "rw");
                file = open;
            }
            open.seek(written);
            open.write(bytes);
            written += bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder cannot take the lines of an import", e);
        }
    }

    private byte[] readChunk() {
        RandomAccessFile open = file;
        if (open == null) {
            throw new IllegalStateException("bytes were written without a file");
        }
        try {
            byte[] chunk = new byte[(int) Math.min(CHUNK_BYTES, written - read)];
            open.seek(read);
            open.readFully(chunk);
            read += chunk.length;
            if (read == written) {
                open.setLength(0);
                read = 0;
                written = 0;
            }
            return chunk;
        } catch (IOException e) {
            throw new UncheckedIOException("the lines of an import cannot be read from the temporary folder", e);
        }
    }

    /** The reader is gone, or has everything: the file is removed. */
    @Override
    public synchronized void close() {
        closed = true;
        memory.clear();
        try {
            if (file != null) {
                file.close();
            }
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file of an import cannot be removed", e);
        }
        file = null;
        path = null;
        notifyAll();
    }
}
