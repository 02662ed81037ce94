package org.harmattan.parts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which the parts of one run keep what they know. At most one run holds it at a time, and opening it ends
 * whatever a killed run left behind there. {@link #close()} after all parts are closed.
 */
public final class DataDirectory implements AutoCloseable {
    /**
     * What this process holds. Locks of the operating system belong to the process and are lost when any handle on the
     * file is closed, so a second opening in the same process must be refused before it touches the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final int LONGEST_PID = 20;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;
    private final Orphans orphans;
    private final List<String> ended;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
        this.orphans = new Orphans(root.resolve("children"));
        this.ended = orphans.endAll();
    }

    /**
     * Takes the folder for this process, makes it if it is not there, and ends what a killed run left behind.
     *
     * @param folder where the parts keep their data; any path that can be written
     * @throws PartFailure if another run holds it (the message names its process id) or it cannot be written
     */
    public static DataDirectory open(Path folder) {
        Path root;
        try {
            root = Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new PartFailure("The data directory " + folder + " cannot be made: " + e.getMessage(), e);
        }
        if (!HELD.add(root)) {
            throw inUse(root, Long.toString(ProcessHandle.current().pid()), null);
        }
        boolean opened = false;
        try {
            DataDirectory directory = lock(root);
            opened = true;
            return directory;
        } finally {
            if (!opened) {
                HELD.remove(root);
            }
        }
    }

    private static DataDirectory lock(Path root) {
        Path file = root.resolve("lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String holder = holder(channel);
                channel.close();
                throw inUse(root, holder, null);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(root, channel, lock);
        } catch (IOException e) {
            if (channel != null) {
                closeAfter(e, channel);
            }
            throw new PartFailure("The data directory " + root + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static void closeAfter(IOException cause, FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_PID);
        channel.read(buffer, 0);
        String pid = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).trim();
        return pid.isEmpty() ? "unknown" : pid;
    }

    private static PartFailure inUse(Path root, String pid, @Nullable Throwable cause) {
        return new PartFailure(
                "The data directory " + root + " is in use by another run (process " + pid
                        + "). Stop that one first, or give this one a data directory of its own.",
                cause);
    }

    /** The folder itself, absolute and without links. */
    public Path root() {
        return root;
    }

    /**
     * A folder inside, made when it is not there.
     *
     * @param name one path element
     */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new PartFailure("The folder " + root.resolve(name) + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** What a killed run had left behind and opening ended, one line each ("registry (process 4711)"); mostly empty. */
    public List<String> endedOrphans() {
        return ended;
    }

    /** The record of the child processes of this run. */
    Orphans orphans() {
        return orphans;
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new PartFailure("The lock on the data directory " + root + " cannot be released.", e);
        } finally {
            HELD.remove(root);
        }
    }
}
