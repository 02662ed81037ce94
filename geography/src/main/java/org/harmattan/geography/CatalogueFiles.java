package org.harmattan.geography;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Where the files of a catalogue come from: a folder or the class path. The files that a catalogue names lie beside it,
 * so that a folder can be copied, kept and sent as one thing.
 */
abstract class CatalogueFiles {

    /** Larger files are refused before they fill the memory; the shipped boundaries are half a megabyte. */
    static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    /** The name under which a catalogue file is looked for in a folder. */
    static final String CATALOGUE = "catalogue.json";

    /** The name of the catalogue file itself. */
    abstract String catalogueName();

    abstract InputStream open(String name) throws IOException;

    static boolean isPlainName(String name) {
        return PLAIN_NAME.matcher(name).matches();
    }

    /** The bytes of a file; what cannot be read is a finding. */
    byte[] read(String name, Findings findings) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                findings.add(name, "", "the file is larger than 64 MiB", "simplify the boundaries");
            }
            return bytes;
        } catch (IOException e) {
            findings.add(
                    name, "", "the file cannot be read (" + e + ")", "put it in the same folder as the catalogue file");
            return new byte[0];
        }
    }

    static CatalogueFiles onClassPath(String folder) {
        return new CatalogueFiles() {
            @Override
            String catalogueName() {
                return CATALOGUE;
            }

            @Override
            InputStream open(String name) throws IOException {
                InputStream in = CatalogueFiles.class.getResourceAsStream(folder + "/" + name);
                if (in == null) {
                    throw new IOException("no such resource");
                }
                return in;
            }
        };
    }

    static CatalogueFiles inFolder(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(CATALOGUE) : path;
        Path fileName = Objects.requireNonNull(file.getFileName(), "a catalogue file has a name");
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        return new CatalogueFiles() {
            @Override
            String catalogueName() {
                return fileName.toString();
            }

            @Override
            InputStream open(String name) throws IOException {
                return Files.newInputStream(folder.resolve(name));
            }
        };
    }

    /**
     * What was read: enough to write the catalogue out again, byte for byte.
     *
     * @param boundariesName the name of the boundary file
     * @param bytesByName every file's bytes under its name, the catalogue file's under {@code catalogue.json}
     */
    record Contents(String boundariesName, SortedMap<String, byte[]> bytesByName) {}
}
