package org.harmattan.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs for this system, unpacked from the class path once and kept. */
final class PostgresBinaries {
    private static final String VERSION = "17.5";

    private PostgresBinaries() {}

    /**
     * Unpacks the programs unless they are there already. Several processes may do it at once: each unpacks beside, and
     * the first to move its folder into place wins.
     *
     * @param cache the folder that keeps them, shared between runs
     * @return the folder with {@code bin}, {@code lib} and {@code share}
     */
    static Path unpacked(Path cache) {
        Path home = cache.resolve("postgresql-" + VERSION + "-" + system());
        if (Files.isDirectory(home)) {
            return home;
        }
        String archive = "/postgres-" + system() + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new PartFailure("There is no PostgreSQL for this system (" + system()
                        + "). Run the services against a PostgreSQL of your own instead.");
            }
            Files.createDirectories(cache);
            Path beside = Files.createTempDirectory(cache, "unpacking-");
            unpack(packed, beside);
            settle(beside, home);
            return home;
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL cannot be unpacked into " + cache + ": " + e.getMessage(), e);
        }
    }

    private static void settle(Path beside, Path home) throws IOException {
        try {
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Linux reports "directory not empty" when another process was first.
            if (!Files.isDirectory(home)) {
                throw e;
            }
            delete(beside);
        }
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            @Nullable TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive names a file outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    place(tar, entry, folder, target);
                }
                entry = tar.getNextEntry();
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder, Path target)
            throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent(), "a file in a folder has a parent"));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean program = folder.relativize(target).startsWith("bin");
            if (program && !target.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + target + " executable");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** This system in the words that the archives use, as in {@code linux-x86_64}. */
    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = name.contains("mac") ? "darwin" : name.contains("linux") ? "linux" : name.replace(' ', '-');
        String machine = System.getProperty("os.arch", "");
        String architecture = switch (machine) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> machine;
        };
        return system + "-" + architecture;
    }
}
