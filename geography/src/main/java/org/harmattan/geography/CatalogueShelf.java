package org.harmattan.geography;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps catalogues by their digest, each in a folder of its own. A ledger names the catalogue of each of its stretches by
 * digest, and whoever folds it again, years later, finds here the one that was in force. The shipped catalogue is always
 * there. Safe for use by many threads and processes: a catalogue appears whole or not at all.
 */
public final class CatalogueShelf {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Map<String, Catalogue> read = new TreeMap<>();

    /** @param folder where the catalogues are; made when the first one is kept */
    public CatalogueShelf(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a catalogue; one that is there already is left as it is.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public synchronized void keep(Catalogue catalogue) {
        if (find(catalogue.digest()).isPresent()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempDirectory(folder, "draft-");
            try {
                catalogue.writeTo(draft);
                Files.move(draft, folder.resolve(catalogue.digest()), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                remove(draft);
                // Another process was faster; the digest says that it has kept the same.
                if (!(e instanceof FileAlreadyExistsException) && !Files.exists(folder.resolve(catalogue.digest()))) {
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "catalogue " + catalogue.digest() + " cannot be kept in " + folder + ": " + e.getMessage(), e);
        }
        read.put(catalogue.digest(), catalogue);
    }

    /**
     * The catalogue of this digest, if it is kept here or shipped.
     *
     * @throws InvalidCatalogueException if what is kept under the digest cannot be used or has another digest: it was
     *     damaged or edited
     */
    public synchronized Optional<Catalogue> find(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            return Optional.empty();
        }
        if (digest.equals(Catalogue.shipped().digest())) {
            return Optional.of(Catalogue.shipped());
        }
        Path kept = folder.resolve(digest);
        if (!read.containsKey(digest) && Files.isDirectory(kept)) {
            Catalogue catalogue = Catalogue.load(kept);
            if (!catalogue.digest().equals(digest)) {
                Findings findings = new Findings();
                findings.add(
                        kept.toString(),
                        "",
                        "the catalogue kept here has changed: its digest is " + catalogue.digest(),
                        "restore the folder from a backup");
                findings.stopIfAny();
            }
            read.put(digest, catalogue);
        }
        return Optional.ofNullable(read.get(digest));
    }

    private static void remove(Path draft) throws IOException {
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(draft);
    }
}
